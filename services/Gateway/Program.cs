using CareerRecs.Gateway;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Hosting;

return await ServiceProgram.RunAsync(
    args,
    builder =>
    {
        builder.AddEdgeDefaults();
        builder.AddGateway();
    },
    app =>
    {
        app.MapServiceDefaults();
        app.MapGateway();
    }
);
