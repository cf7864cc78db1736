using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class ImportTests(SharedCatalogHost shared) : IClassFixture<SharedCatalogHost>
{
    private static readonly byte[] Sound = TestImporter.File(Sample.Catalog("acme", "cook"));

    private readonly CatalogTestHost _host = shared.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_makes_a_draft_and_reports_what_importer_and_validation_found()
    {
        var caller = CatalogTestHost.As("import-tenant");
        var header = Upload.Header("acme", "2026", Sound);
        var imported = await Upload.SendAsync(_host, caller, header, Sound);
        Assert.Equal("catalogs/acme/versions/2026", imported.Version.Name);
        Assert.Equal(CatalogVersion.Types.State.Draft, imported.Version.State);
        Assert.Equal("Test data (test.zip)", imported.Version.Source);
        Assert.Equal(
            ["bytes", "roles", "skills", "fields", "role skills"],
            imported.Report.Counters.Select(counter => counter.Title)
        );
    }

    [Fact]
    public async Task A_taken_identifier_gets_a_suffix_unless_it_was_asked_for()
    {
        var caller = CatalogTestHost.As("suffix-tenant");
        var names = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            names.Add((await Upload.SendAsync(_host, caller, Upload.Header("acme", "", Sound), Sound)).Version.Name);
        }
        Assert.Equal(["catalogs/acme/versions/1", "catalogs/acme/versions/1.2", "catalogs/acme/versions/1.3"], names);
        await Refused.Async(
            StatusCode.AlreadyExists,
            () => Upload.SendAsync(_host, caller, Upload.Header("acme", "1", Sound), Sound)
        );
    }

    [Theory]
    [InlineData("digest", "header.sha256")]
    [InlineData("short", "header.size_bytes")]
    [InlineData("long", "header.size_bytes")]
    [InlineData("broken", "chunk")]
    [InlineData("no header", "header")]
    [InlineData("second header", "header")]
    [InlineData("no format", "header.format")]
    [InlineData("nothing", "header")]
    public async Task A_bad_import_is_refused_with_the_field_and_leaves_nothing(string fault, string field)
    {
        var caller = CatalogTestHost.As($"bad-{fault.Replace(' ', '-')}");
        var refused = await Refused.Async(StatusCode.InvalidArgument, () => Upload.SendAsync(_host, caller, Parts(fault)));
        Assert.Equal(field, Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);

        var versions = await _host.Versions.ListVersionsAsync(
            new ListVersionsRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Empty(versions.Versions);
        var audit = await _host.Versions.ListAuditEntriesAsync(
            new ListAuditEntriesRequest { Catalog = "catalogs/acme" },
            caller,
            cancellationToken: Cancel
        );
        Assert.Empty(audit.Entries);
    }

    [Fact]
    public async Task A_broken_file_is_told_by_file_line_and_column()
    {
        var refused = await Refused.Async(
            StatusCode.InvalidArgument,
            () => Upload.SendAsync(_host, CatalogTestHost.As("broken-tenant"), Parts("broken"))
        );
        Assert.Contains("test.zip, line 7, column Scale ID: is cut off", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_importer_finds_wrong_stops_activation_also_of_a_copy()
    {
        var caller = CatalogTestHost.As("faulty-tenant");
        var imported = await Upload.SendAsync(_host, caller, Upload.Header("acme", "faulty", Sound), Sound);
        Assert.Equal((1, "COLUMN_MISSING"), (imported.Report.ErrorCount, imported.Report.Findings[0].Code));
        await Refused.Async(StatusCode.FailedPrecondition, () => _host.ActivateAsync(caller, imported.Version.Name));
        var copy = (
            await _host.Versions.CreateVersionAsync(
                new CreateVersionRequest
                {
                    Catalog = "catalogs/acme",
                    SourceVersion = imported.Version.Name,
                    VersionId = "copy",
                },
                caller,
                cancellationToken: Cancel
            )
        ).Version;
        await Refused.Async(StatusCode.FailedPrecondition, () => _host.ActivateAsync(caller, copy.Name));
        var validated = await _host.Versions.ValidateVersionAsync(
            new ValidateVersionRequest { Name = copy.Name },
            caller,
            cancellationToken: Cancel
        );
        Assert.Equal("COLUMN_MISSING", validated.Report.Findings[0].Code);
    }

    private static IEnumerable<ImportVersionRequest> Parts(string fault)
    {
        var half = Sound[..(Sound.Length / 2)];
        var header = Upload.Header("acme", "1", fault == "broken" ? half : Sound);
        switch (fault)
        {
            case "digest":
                header.Sha256 = new string('0', 64);
                break;
            case "short":
                header.SizeBytes++;
                break;
            case "long":
                header.SizeBytes--;
                break;
            case "no format":
                header.Format = ImportFormat.Unspecified;
                break;
        }

        if (fault == "nothing")
        {
            yield break;
        }
        if (fault != "no header")
        {
            yield return new ImportVersionRequest { Header = header };
        }
        if (fault == "second header")
        {
            yield return new ImportVersionRequest { Header = header };
        }
        yield return new ImportVersionRequest { Chunk = ByteString.CopyFrom(fault == "broken" ? half : Sound) };
    }
}
