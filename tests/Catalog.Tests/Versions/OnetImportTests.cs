using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class OnetImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_real_database_is_imported_valid_and_served()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "", "onet", "db_29_3_text.zip");
        Assert.SkipUnless(File.Exists(path), "CAREERRECS_DATA does not name a folder with onet/db_29_3_text.zip.");
        var file = await File.ReadAllBytesAsync(path, Cancel);
        await using var host = await CatalogTestHost.StartWithImportersAsync();
        var caller = CatalogTestHost.As("operator");
        var header = Upload.Header("onet", "", file);
        header.FileName = Path.GetFileName(path);

        var imported = await Upload.SendAsync(host, caller, header, file);
        Assert.True(
            imported.Report.ErrorCount == 0,
            string.Join('\n', imported.Report.Findings.Take(10).Select(finding => $"{finding.Code}: {finding.Message}"))
        );
        await host.ActivateAsync(caller, imported.Version.Name, "the newest release");

        var role = await host.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = "catalogs/onet/roles/15-2051.00" },
            CatalogTestHost.As("anybody"),
            cancellationToken: Cancel
        );
        Assert.Equal("catalogs/onet/versions/29.3", role.CatalogVersion);
        Assert.Equal("Data Scientists", role.Role.Title);
        Assert.NotEmpty(role.Attributions);
    }
}
