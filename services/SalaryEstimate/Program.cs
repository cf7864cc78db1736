using CareerRecs.Salary;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Hosting;

return await ServiceProgram.RunAsync(
    args,
    builder =>
    {
        builder.AddServiceDefaults();
        builder.AddSalary();
    },
    app =>
    {
        app.MapServiceDefaults();
        app.MapSalary();
    }
);
