using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.LongRunning;
using CareerRecs.Salary.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class OperationsTextTests
{
    [Fact]
    public void A_running_import_shows_how_much_of_the_file_is_read() =>
        Assert.Contains(
            "import into catalogs/onet, read 30 % of 40.0 MB",
            Render(
                new ImportVersionMetadata
                {
                    Catalog = "catalogs/onet",
                    SizeBytes = 40_000_000,
                    BytesRead = 12_000_000,
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_import_of_a_table_shows_it_too() =>
        Assert.Contains(
            "import of a wage table, read 100 % of 0.5 MB",
            Render(new ImportWageTableMetadata { SizeBytes = 500_000, BytesRead = 500_000 }),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_import_of_an_older_host_shows_no_progress() =>
        Assert.DoesNotContain("read", Render(new ImportVersionMetadata { Catalog = "catalogs/onet" }), StringComparison.Ordinal);

    private static string Render(IMessage metadata)
    {
        var page = new Page(200);
        OperationsText.List(page, [new Operation { Name = "operations/catalog/1", Metadata = Any.Pack(metadata) }]);
        return page.ToString();
    }
}
