using CareerRecs.Catalog;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Hosting;

return await ServiceProgram.RunAsync(
    args,
    builder =>
    {
        builder.AddServiceDefaults();
        builder.AddCatalog();
    },
    app =>
    {
        app.MapServiceDefaults();
        app.MapCatalog();
    }
);
