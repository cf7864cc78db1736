using CareerRecs.ProfileMatching;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Hosting;

// Decided before anything of the host is loaded: a reader process starts for every document.
if (ReaderProcess.IsMeant(args))
{
    return ReaderProcess.Run(args);
}

return await ServeAsync(args);

static Task<int> ServeAsync(string[] args) =>
    ServiceProgram.RunAsync(
        args,
        builder =>
        {
            builder.AddServiceDefaults();
            builder.AddMatching();
        },
        app =>
        {
            app.MapServiceDefaults();
            app.MapMatching();
        }
    );
