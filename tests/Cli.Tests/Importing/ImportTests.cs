using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Cli.Tests.Importing;

public sealed class ImportTests
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];

    [Fact]
    public async Task A_download_is_streamed_to_disk_with_its_digest()
    {
        await using var web = await StartWebAsync();
        using var shell = new TestShell();
        using var downloader = new Downloader(new SocketsHttpHandler(), new Progress<(long, long?)>());
        using var file = await downloader.FetchAsync(
            new Uri(web, "/files/db_29_3_text.zip"),
            shell.Home,
            1 << 20,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ("db_29_3_text.zip", 200_000L, Convert.ToHexStringLower(SHA256.HashData(File))),
            (file.Name, file.Size, file.Sha256)
        );
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/files/db_29_3_text.zip")]
    [InlineData("/unannounced")]
    public async Task More_than_the_bound_is_refused_and_leaves_nothing_behind(string path)
    {
        await using var web = await StartWebAsync();
        using var shell = new TestShell();
        using var downloader = new Downloader(new SocketsHttpHandler(), new Progress<(long, long?)>());
        var refused = await Assert.ThrowsAsync<CommandException>(() =>
            downloader.FetchAsync(new Uri(web, path), shell.Home, 100_000, TestContext.Current.CancellationToken)
        );
        Assert.Contains("longer than", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(shell.Home));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_said_with_what_to_do()
    {
        await using var web = await StartWebAsync();
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Server, await shell.RunAsync(["import", "onet", new Uri(web, "/nothing.zip").ToString()]));
        Assert.Contains("404", shell.Error, StringComparison.Ordinal);
        Assert.Contains("give its path", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_release_is_the_one_with_the_highest_number()
    {
        await using var web = await StartWebAsync();
        using var downloader = new Downloader(new SocketsHttpHandler(), new Progress<(long, long?)>());
        var newest = await downloader.NewestOnetAsync(new Uri(web, "/database.html"), TestContext.Current.CancellationToken);
        Assert.Equal(new Uri(web, "/dl_files/database/db_30_1_text.zip"), newest);
    }

    [Fact]
    public async Task An_address_is_fetched_sent_in_chunks_and_activated()
    {
        await using var web = await StartWebAsync();
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var code = await shell.RunAsync([
            "import",
            "onet",
            new Uri(web, "/files/db_29_3_text.zip").ToString(),
            "--reason",
            "first",
            "--server",
            $"{server.Address}",
        ]);
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Equal([65536, 65536, 65536, 200_000 - 3 * 65536], server.State.ChunkSizes);
        var header = server.State.Import!;
        Assert.Equal(
            ("catalogs/onet", "db_29_3_text.zip", 200_000L, "first"),
            (header.Catalog, header.FileName, header.SizeBytes, header.Reason)
        );
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File)), header.Sha256);
        Assert.Equal("catalogs/onet/versions/29.3", server.State.Activated);
        Assert.Empty(Directory.GetFiles(Path.Combine(shell.Home, "careerrecs", "downloads")));
    }

    [Fact]
    public async Task A_draft_is_not_activated()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.Ok,
            await shell.RunAsync([
                "import",
                "onet",
                shell.File("db_29_3_text.zip", "zip"),
                "--draft",
                "--server",
                $"{server.Address}",
            ])
        );
        Assert.Null(server.State.Activated);
        Assert.Contains("careerrecs versions activate catalogs/onet/versions/29.3", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Far_fewer_roles_leave_a_reported_draft_until_they_are_accepted()
    {
        await using var server = await FakeServer.StartAsync();
        server.State.HasMoreRoles = true;
        using var shell = new TestShell();
        string[] args = ["import", "onet", shell.File("db_29_3_text.zip", "zip"), "--server", $"{server.Address}"];
        Assert.Equal(ExitCodes.UserError, await shell.RunAsync(args));
        Assert.StartsWith("catalogs/onet/versions/29.3 · draft\n", shell.Out, StringComparison.Ordinal);
        Assert.EndsWith("If that is right, activate it with --accept-fewer-roles.\n", shell.Error, StringComparison.Ordinal);
        Assert.Null(server.State.Activated);

        Assert.Equal(ExitCodes.UserError, await shell.RunAsync([.. args, "-o", "json"]));
        Assert.Equal(
            "STATE_DRAFT",
            JsonDocument.Parse(shell.Out).RootElement.GetProperty("version").GetProperty("state").GetString()
        );

        Assert.Equal(ExitCodes.Ok, await shell.RunAsync([.. args, "--accept-fewer-roles"]));
        Assert.StartsWith("catalogs/onet/versions/29.3 · active\n", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_another_digest_than_expected_is_not_sent()
    {
        using var shell = new TestShell();
        Assert.Equal(
            ExitCodes.UserError,
            await shell.RunAsync([
                "import",
                "onet",
                shell.File("a.zip", "zip"),
                "--sha256",
                new string('0', 64),
                "--server",
                "http://127.0.0.1:1",
            ])
        );
        Assert.Contains("cut short or changed", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("esco", "", ImportFormat.Esco, "catalogs/esco")]
    [InlineData("crosswalk", "--catalog=onet", ImportFormat.EscoOnetCrosswalk, "catalogs/onet")]
    [InlineData("crosswalk", "--catalog=esco", ImportFormat.EscoOnetCrosswalk, "catalogs/esco")]
    [InlineData("catalog", "--catalog=acme", ImportFormat.Csv, "catalogs/acme")]
    [InlineData("catalog", "--catalog=acme --format=jsonl", ImportFormat.JsonLines, "catalogs/acme")]
    public async Task Each_format_goes_to_its_catalog_and_is_activated(
        string command,
        string option,
        ImportFormat format,
        string catalog
    )
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] args =
        [
            "import",
            command,
            shell.File("table.csv", "a,b"),
            .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            "--server",
            $"{server.Address}",
        ];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(args));
        Assert.Equal(
            (format, catalog, "table.csv"),
            (server.State.Import!.Format, server.State.Import.Catalog, server.State.Import.FileName)
        );
        Assert.Equal(catalog + "/versions/29.3", server.State.Activated);
    }

    [Fact]
    public async Task A_catalog_of_ones_own_is_named_and_put_on_top_of_a_version()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        string[] args =
        [
            "import",
            "catalog",
            shell.File("roles.jsonl", "{}"),
            "--catalog",
            "acme",
            "--base",
            "onet@29.3",
            "--name",
            "Acme roles",
            "--server",
            $"{server.Address}",
        ];
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(args));
        Assert.Equal(
            (ImportFormat.JsonLines, "catalogs/onet/versions/29.3", "Acme roles"),
            (server.State.Import!.Format, server.State.Import.BaseVersion, server.State.Import.DisplayName)
        );
        Assert.Equal(
            ExitCodes.Usage,
            await shell.RunAsync([
                "import",
                "catalog",
                shell.File("roles.txt", "x"),
                "--catalog",
                "acme",
                "--server",
                $"{server.Address}",
            ])
        );
        Assert.Contains("--format", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crosswalk_needs_the_catalog_it_adds_to()
    {
        using var shell = new TestShell();
        Assert.Equal(ExitCodes.Usage, await shell.RunAsync(["import", "crosswalk", shell.File("table.csv", "a,b")]));
        Assert.Contains("--catalog", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_sent_as_a_zip_file_of_its_name()
    {
        await using var server = await FakeServer.StartAsync();
        using var shell = new TestShell();
        var folder = Directory.CreateDirectory(Path.Combine(shell.Home, "db_29_3_text")).FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "Skills.txt"), "x", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Ok, await shell.RunAsync(["import", "onet", folder, "--server", $"{server.Address}"]));
        Assert.Equal("db_29_3_text.zip", server.State.Import!.FileName);
        Assert.Empty(Directory.GetFiles(Path.Combine(shell.Home, "careerrecs", "downloads")));
    }

    private static async Task<Web> StartWebAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/files/db_29_3_text.zip", () => Results.Bytes(File, "application/zip"));
        app.MapGet("/unannounced", async (HttpResponse response) => await response.Body.WriteAsync(File));
        app.MapGet(
            "/database.html",
            () =>
                Results.Content(
                    "<a href=\"/dl_files/database/db_29_3_text.zip\">old</a> "
                        + "<a href=\"/dl_files/database/db_30_1_text.zip\">new</a> "
                        + "<a href='/dl_files/database/db_30_0_text.zip'>",
                    "text/html"
                )
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    private sealed class Web(WebApplication app) : IAsyncDisposable
    {
        public static implicit operator Uri(Web web) => new(web.App.Urls.First());

        private WebApplication App => app;

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
