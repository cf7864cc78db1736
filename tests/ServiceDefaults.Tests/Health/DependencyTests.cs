using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Clients;
using CareerRecs.ServiceDefaults.Storage;
using CareerRecs.ServiceDefaults.Tests.Events;
using CareerRecs.Types.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static CareerRecs.Types.V1.GetStatusResponse.Types.Dependency.Types;

namespace CareerRecs.ServiceDefaults.Tests.Health;

public sealed class DependencyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_tells_about_its_database_its_bus_and_its_cache()
    {
        await using var host = await BusHost.StartAsync(_ => { });
        var status = await new StatusService.StatusServiceClient(host.Channel).GetStatusAsync(
            new GetStatusRequest(),
            cancellationToken: Cancel
        );
        Assert.Equal(["bus", "cache", "database: test"], status.Dependencies.Select(d => d.Name).Order(StringComparer.Ordinal));
        Assert.All(status.Dependencies, d => Assert.Equal(State.Embedded, d.State));
    }

    [Fact]
    public async Task A_database_is_up_or_down_as_the_last_connection_was_and_its_address_stays_here()
    {
        var folder = Directory.CreateTempSubdirectory("careerrecs-watch-").FullName;
        var watch = new ConnectionWatch("Test", DatabaseProvider.Postgres);
        Assert.Equal(State.Unspecified, watch.Look().State);

        await ConnectAsync(watch, Path.Combine(folder, "test.db"));
        Assert.Equal(("database: test", State.Up), (watch.Look().Name, watch.Look().State));

        await Assert.ThrowsAsync<SqliteException>(() => ConnectAsync(watch, Path.Combine(folder, "none", "test.db")));
        Assert.Equal(State.Down, watch.Look().State);
        Assert.DoesNotContain(folder, watch.Look().Detail, StringComparison.Ordinal);
        Assert.Contains(nameof(SqliteException), watch.Look().Detail, StringComparison.Ordinal);

        await ConnectAsync(watch, Path.Combine(folder, "test.db"));
        Assert.Equal(State.Up, watch.Look().State);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(StatusCode.OK, State.Up)]
    [InlineData(StatusCode.NotFound, State.Up)]
    [InlineData(StatusCode.Unauthenticated, State.Up)]
    [InlineData(StatusCode.Unavailable, State.Down)]
    [InlineData(StatusCode.DeadlineExceeded, State.Down)]
    [InlineData(StatusCode.Cancelled, State.Unspecified)]
    public async Task Another_service_is_up_or_down_as_the_last_call_ended(StatusCode end, State state)
    {
        var (watch, other) = (new CallWatch("salary"), new CallWatch("catalog"));
        using var channel = GrpcChannel.ForAddress(
            "http://localhost",
            new GrpcChannelOptions { HttpHandler = new Answering(end) }
        );
        var client = new SalaryService.SalaryServiceClient(channel.Intercept(watch, other));
        Assert.Equal(State.Unspecified, watch.Look().State);

        var call = Record.ExceptionAsync(async () =>
            await client.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel)
        );
        Assert.Equal(end, (await call as RpcException)?.StatusCode ?? StatusCode.OK);

        Assert.Equal(state, watch.Look().State);
        Assert.Equal(State.Unspecified, other.Look().State);
    }

    [Fact]
    public async Task A_service_that_is_lost_in_the_middle_of_a_stream_is_down()
    {
        var watch = new CallWatch("catalog");
        using var channel = GrpcChannel.ForAddress(
            "http://localhost",
            new GrpcChannelOptions { HttpHandler = new Answering(StatusCode.Unavailable) }
        );
        using var call = new Catalog.V1.VersionService.VersionServiceClient(channel.Intercept(watch)).StreamVersion(
            new Catalog.V1.StreamVersionRequest(),
            cancellationToken: Cancel
        );
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel));
        Assert.Equal(State.Down, watch.Look().State);
    }

    private static async Task ConnectAsync(ConnectionWatch watch, string file)
    {
        var options = new DbContextOptionsBuilder<SqliteTestDb>()
            .UseSqlite($"Data Source={file};Pooling=False")
            .AddInterceptors(watch)
            .Options;
        await using var db = new SqliteTestDb(options);
        await db.Database.OpenConnectionAsync(Cancel);
    }

    /// <summary>A server whose every call ends with one status.</summary>
    private sealed class Answering(StatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // An empty message where all is well, else none.
            var content = new ByteArrayContent(status == StatusCode.OK ? new byte[5] : []);
            content.Headers.ContentType = new("application/grpc");
            var response = new HttpResponseMessage
            {
                Version = new Version(2, 0),
                RequestMessage = request,
                Content = content,
            };
            response.TrailingHeaders.Add(
                "grpc-status",
                ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            return Task.FromResult(response);
        }
    }
}
