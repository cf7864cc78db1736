using CareerRecs.Salary;
using CareerRecs.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSalary();
var app = builder.Build();
app.MapServiceDefaults();
app.MapSalary();
await app.RunAsync();
