using CareerRecs.Gateway;
using CareerRecs.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddEdgeDefaults();
builder.AddGateway();
var app = builder.Build();
app.MapServiceDefaults();
app.MapGateway();
await app.RunAsync();
