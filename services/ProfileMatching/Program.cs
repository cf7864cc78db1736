using CareerRecs.Matching;
using CareerRecs.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMatching();
var app = builder.Build();
app.MapServiceDefaults();
app.MapMatching();
await app.RunAsync();
