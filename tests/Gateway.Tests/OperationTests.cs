using System.Net;
using System.Security.Cryptography;
using System.Text;
using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.LongRunning;
using CareerRecs.Salary.V1;
using CareerRecs.Testing.Servers;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace CareerRecs.Gateway.Tests;

/// <summary>Operations of two services at one origin.</summary>
[Collection(nameof(GatewayCollection))]
public sealed class OperationTests(GatewayFixture gateway)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LongRunning.Operations.OperationsClient Client => new(gateway.Channel);

    [Fact]
    public async Task An_operation_is_found_by_the_service_in_its_name()
    {
        var catalog = await ImportCatalogAsync();
        var salary = await ImportWagesAsync();

        var version = await Client.WaitForCompletionAsync<ImportVersionResponse>(catalog, cancellationToken: Cancel);
        var wages = await Client.WaitForCompletionAsync<ImportWageTableResponse>(salary, cancellationToken: Cancel);
        var listed = await Client
            .EnumerateOperationsAsync(new ListOperationsRequest { Name = "operations", PageSize = 1 }, Cancel)
            .Select(operation => operation.Name)
            .ToListAsync(Cancel);

        Assert.StartsWith("operations/catalog/", catalog, StringComparison.Ordinal);
        Assert.StartsWith("operations/salary/", salary, StringComparison.Ordinal);
        Assert.Equal(1, version.Version.RoleCount);
        Assert.StartsWith("salaryModels/wages-de-2024", wages.Model.Name, StringComparison.Ordinal);
        Assert.Contains(catalog, listed);
        Assert.Contains(salary, listed);
    }

    [Fact]
    public async Task Operations_are_read_cancelled_and_deleted_by_REST()
    {
        var name = await ImportWagesAsync();
        await Client.WaitForCompletionAsync<ImportWageTableResponse>(name, cancellationToken: Cancel);
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");

        using var reading = await gateway.Http.GetAsync($"/v1/{name}", Cancel);
        var read = await reading.Content.ReadAsStringAsync(Cancel);
        var listed = await gateway.Http.GetStringAsync("/v1/operations", Cancel);
        var ofCatalog = await gateway.Http.GetStringAsync("/v1/operations?name=operations/catalog", Cancel);
        using var cancelled = await gateway.Http.PostAsync($"/v1/{name}:cancel", nothing, Cancel);
        using var deleted = await gateway.Http.DeleteAsync($"/v1/{name}", Cancel);
        using var gone = await gateway.Http.GetAsync($"/v1/{name}", Cancel);
        using var malformed = await gateway.Http.GetAsync("/v1/operations/salary", Cancel);

        Assert.Contains("\"@type\":\"type.googleapis.com/careerrecs.salary.v1.ImportWageTableResponse\"", Compact(read), Ordinal);
        Assert.Contains(name, listed, Ordinal);
        Assert.DoesNotContain(name, ofCatalog, Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (cancelled.StatusCode, deleted.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("\"reason\":\"NOT_FOUND\"", Compact(await gone.Content.ReadAsStringAsync(Cancel)), Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_named()
    {
        var dead = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        await using var alone = await ListeningHost.StartGatewayAsync(dead.OriginalString, dead, dead);
        using var channel = GrpcChannel.ForAddress(alone.Grpc);

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await new LongRunning.Operations.OperationsClient(channel).GetOperationAsync(
                new GetOperationRequest { Name = "operations/salary/7" },
                cancellationToken: Cancel
            )
        );

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Contains("'salary'", refused.Status.Detail, Ordinal);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static string Compact(string json) => json.Replace(" ", "", Ordinal);

    private async Task<string> ImportCatalogAsync()
    {
        var file = Encoding.UTF8.GetBytes("""{"role": {"name": "catalogs/acme/roles/cook", "title": "Cook"}}""" + "\n");
        using var call = new VersionService.VersionServiceClient(gateway.Channel).ImportVersion(cancellationToken: Cancel);
        var header = new ImportHeader
        {
            Catalog = "catalogs/acme",
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

    private async Task<string> ImportWagesAsync()
    {
        var file = Encoding.UTF8.GetBytes(
            "country,soc_code,currency,p50,year,source\nDE,29-1141,EUR,42000,2024,Made Up Office\n"
        );
        using var call = new SalaryService.SalaryServiceClient(gateway.Channel).ImportWageTable(cancellationToken: Cancel);
        var header = new WageTableHeader
        {
            Format = WageTableFormat.Generic,
            FileName = "wages.csv",
            SizeBytes = file.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            AsOperation = true,
        };
        await call.RequestStream.WriteAsync(new ImportWageTableRequest { Header = header }, Cancel);
        await call.RequestStream.WriteAsync(new ImportWageTableRequest { Chunk = ByteString.CopyFrom(file) }, Cancel);
        await call.RequestStream.CompleteAsync();
        return (await call).Operation;
    }
}
