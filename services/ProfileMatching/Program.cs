using CareerRecs.ProfileMatching;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ServiceDefaults;

// Decided before anything of the host is loaded: a reader process starts for every document.
if (ReaderProcess.IsMeant(args))
{
    return ReaderProcess.Run(args);
}

await ServeAsync(args);
return 0;

static async Task ServeAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServiceDefaults();
    builder.AddMatching();
    var app = builder.Build();
    app.MapServiceDefaults();
    app.MapMatching();
    await app.RunAsync();
}
