using CareerRecs.Catalog.Tests.Esco;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

/// <summary>The published files through the service, as an operator imports them.</summary>
public sealed class EscoImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_real_classification_and_the_crosswalk_on_top_are_imported_valid_and_served()
    {
        var esco = RealData.Find(RealData.Esco);
        var crosswalk = RealData.Find(RealData.Crosswalk);
        await using var host = await CatalogTestHost.StartWithImportersAsync();

        var imported = await ImportAsync(host, ImportFormat.Esco, "esco", esco);
        Assert.Equal((0, 3007, 13_896), (imported.Report.ErrorCount, imported.Version.RoleCount, imported.Version.SkillCount));
        await host.ActivateAsync(CatalogTestHost.As("operator"), imported.Version.Name);
        var crossed = await ImportAsync(host, ImportFormat.EscoOnetCrosswalk, "esco", crosswalk);
        Assert.Equal((0, 0), (crossed.Report.ErrorCount, crossed.Report.WarningCount));
        // 4,253 rows, 43 of them about ISCO groups.
        Assert.Equal(4210, crossed.Report.Counters.Single(c => c.Title == "ONET codes added").Value);
        Assert.Equal("catalogs/esco/versions/1.1.1", crossed.Version.BaseVersion);
        await host.ActivateAsync(CatalogTestHost.As("operator"), crossed.Version.Name);

        var role = await host.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = "catalogs/esco/roles/data-scientist" },
            CatalogTestHost.As("anybody"),
            cancellationToken: Cancel
        );
        Assert.Equal("catalogs/esco/versions/1.1.1-crosswalk", role.CatalogVersion);
        Assert.Contains(
            new Code
            {
                System = CodeSystem.Onet,
                Value = "15-2051.00",
                Match = CodeMatch.Exact,
            },
            role.Role.Codes
        );
    }

    [Fact]
    public async Task The_crosswalk_adds_to_the_real_database_of_onet_all_its_rows_but_those_of_wide_isco_groups()
    {
        var onet = RealData.Find(RealData.Onet);
        var crosswalk = RealData.Find(RealData.Crosswalk);
        await using var host = await CatalogTestHost.StartWithImportersAsync();

        var imported = await ImportAsync(host, ImportFormat.Onet, "onet", onet);
        await host.ActivateAsync(CatalogTestHost.As("operator"), imported.Version.Name);
        var crossed = await ImportAsync(host, ImportFormat.EscoOnetCrosswalk, "onet", crosswalk);

        // Occupations that O*NET does not rate have no skills, which the validation says of the whole version.
        Assert.Equal(0, crossed.Report.ErrorCount);
        Assert.DoesNotContain(crossed.Report.Findings, f => f.File.Length > 0);
        Assert.Equal("catalogs/onet/versions/29.3-crosswalk", crossed.Version.Name);
        var counters = crossed.Report.Counters.ToDictionary(c => c.Title, c => c.Value);
        Assert.Equal(
            (4210, 39, 4),
            (counters["ESCO codes added"], counters["ISCO codes added"], counters["rows about ISCO groups, left out"])
        );
    }

    [Fact]
    public async Task A_crosswalk_without_a_version_to_add_to_and_an_ESCO_file_with_one_are_refused()
    {
        await using var host = await CatalogTestHost.StartWithImportersAsync();
        var caller = CatalogTestHost.As("operator");
        var file = new EscoSample().Zip();

        var header = Upload.Header("esco", "", file);
        header.Format = ImportFormat.EscoOnetCrosswalk;
        await Refused.Async(StatusCode.FailedPrecondition, () => Upload.SendAsync(host, caller, header, file));
        header.Format = ImportFormat.Esco;
        header.BaseVersion = "catalogs/esco/versions/1";
        await Refused.Async(StatusCode.InvalidArgument, () => Upload.SendAsync(host, caller, header, file));
    }

    private static async Task<ImportVersionResponse> ImportAsync(
        CatalogTestHost host,
        ImportFormat format,
        string catalog,
        string path
    )
    {
        var file = await File.ReadAllBytesAsync(path, Cancel);
        var header = Upload.Header(catalog, "", file);
        (header.Format, header.FileName) = (format, Path.GetFileName(path));
        return await Upload.SendAsync(host, CatalogTestHost.As("operator"), header, file);
    }
}
