using System.Diagnostics;
using CareerRecs.Catalog.V1;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

/// <summary>What OpenTelemetry's instrumentation of gRPC clients sees of the client.</summary>
public sealed class TracingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_a_span_that_names_service_method_and_status()
    {
        await using var host = await ClientHost.StartAsync();
        var spans = new Spans();
        using (Sdk.CreateTracerProviderBuilder().AddGrpcClientInstrumentation().AddProcessor(spans).Build())
        {
            await host.Client.Catalog.ListRolesAsync(
                new ListRolesRequest { Catalog = "catalogs/any" },
                cancellationToken: Cancel
            );
        }

        var span = Assert.Single(spans.Ended, span => span.DisplayName.Contains("ListRoles", StringComparison.Ordinal));
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal("careerrecs.catalog.v1.CatalogService/ListRoles", span.DisplayName);
        Assert.Equal(
            ["grpc", "careerrecs.catalog.v1.CatalogService/ListRoles", "OK"],
            new[] { "rpc.system.name", "rpc.method", "rpc.response.status_code" }.Select(tag => $"{span.GetTagItem(tag)}")
        );
    }

    private sealed class Spans : BaseProcessor<Activity>
    {
        public List<Activity> Ended { get; } = [];

        public override void OnEnd(Activity data)
        {
            lock (Ended)
            {
                Ended.Add(data);
            }
        }
    }
}
