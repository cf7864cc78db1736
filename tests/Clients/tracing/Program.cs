using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using OpenTelemetry.Trace;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddCareerRecsClients(options => options.Address = new Uri("http://127.0.0.1:5200"));
builder.Services.AddOpenTelemetry().WithTracing(traces => traces.AddGrpcClientInstrumentation().AddConsoleExporter());
using var host = builder.Build();
await host.StartAsync();

var careerRecs = host.Services.GetRequiredService<CareerRecsClient>();
var answer = await careerRecs.Catalog.GetRoleAsync(new GetRoleRequest { Name = "catalogs/builtin/roles/data-scientist" });
Console.WriteLine(answer.Role.Title);
await host.StopAsync();
