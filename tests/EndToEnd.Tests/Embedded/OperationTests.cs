using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using Google.Protobuf;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>Operations of two services in one process, and the command that shows them.</summary>
[Collection(nameof(EmbeddedCollection))]
public sealed class OperationTests(EmbeddedFixture embedded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_command_line_lists_shows_and_cancels_operations()
    {
        using var shell = new Shell();
        var name = await ImportAsync();
        await embedded.Client.Operations.WaitForCompletionAsync<ImportVersionResponse>(name, cancellationToken: Cancel);

        var listed = await RunAsync(shell, "operations", "list");
        var cancelled = await RunAsync(shell, "operations", "cancel", name);
        var shown = await RunAsync(shell, "operations", "show", name["operations/".Length..], "--output", "json");
        var unknown = await shell.RunAsync(["operations", "show", "salary/none", "--server", $"{embedded.Address}"]);

        Assert.Contains($"{name}  succeeded", listed, StringComparison.Ordinal);
        Assert.Contains("import into catalogs/long-work", listed, StringComparison.Ordinal);
        Assert.Contains("succeeded", cancelled, StringComparison.Ordinal);
        var response = JsonDocument.Parse(shown).RootElement.GetProperty("response");
        Assert.StartsWith(
            "catalogs/long-work/versions/",
            response.GetProperty("version").GetProperty("name").GetString(),
            StringComparison.Ordinal
        );
        Assert.NotEqual(0, unknown.Code);
        Assert.Contains("operations/salary/none was not found", unknown.Error, StringComparison.Ordinal);
    }

    private Task<string> RunAsync(Shell shell, params string[] args) =>
        shell.RunToSuccessAsync([.. args, "--server", $"{embedded.Address}"]);

    private async Task<string> ImportAsync()
    {
        var file = Encoding.UTF8.GetBytes("""{"role": {"name": "catalogs/long-work/roles/cook", "title": "Cook"}}""" + "\n");
        using var call = embedded.Client.Versions.ImportVersion(cancellationToken: Cancel);
        var header = new ImportHeader
        {
            Catalog = "catalogs/long-work",
            Format = ImportFormat.JsonLines,
            FileName = "roles.jsonl",
            SizeBytes = file.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            AsOperation = true,
        };
        await call.RequestStream.WriteAsync(new ImportVersionRequest { Header = header }, Cancel);
        await call.RequestStream.WriteAsync(new ImportVersionRequest { Chunk = ByteString.CopyFrom(file) }, Cancel);
        await call.RequestStream.CompleteAsync();
        return (await call).Operation;
    }
}
