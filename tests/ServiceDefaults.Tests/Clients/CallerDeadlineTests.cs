using System.Net;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Caching;
using CareerRecs.Testing;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

/// <summary>A host that passes calls on to another, which tells how much time it was given.</summary>
public sealed class CallerDeadlineTests : IAsyncLifetime
{
    // Far apart, so that it does not matter how fast the machine is.
    private static readonly TimeSpan Little = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Much = TimeSpan.FromHours(20);

    private readonly Back _back = new();
    private WebApplication _other = null!;
    private ServiceHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_made_for_a_caller_ends_with_the_callers_deadline()
    {
        await CallAsync("no deadline of its own", Little);
        // The contract's is shorter still: a patient caller does not lift it.
        Assert.InRange(Given, TimeSpan.Zero, TimeSpan.FromSeconds(30));

        await CallAsync("much", Little);
        Assert.InRange(Given, TimeSpan.Zero, Little + Little);

        await CallAsync("little", Much);
        Assert.InRange(Given, TimeSpan.Zero, Little + Little);
    }

    [Fact]
    public async Task Without_a_caller_or_its_deadline_or_for_many_a_call_has_its_own_time()
    {
        await CallAsync("much", null);
        Assert.InRange(Given, Little + Little, Much);

        await CallAsync("cached", Little);
        Assert.InRange(Given, Little + Little, Much);

        await _host
            .Services.GetRequiredService<SalaryService.SalaryServiceClient>()
            .ListSalaryModelsAsync(new ListSalaryModelsRequest(), deadline: At(Much), cancellationToken: Cancel);
        Assert.InRange(Given, Little + Little, Much);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(_back);
        builder.Services.AddGrpc();
        _other = builder.Build();
        _other.MapGrpcService<Back>();
        await _other.StartAsync(Cancel);
        _host = await ServiceHost.StartAsync(
            new ServiceHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Services:Salary"] = _other.Urls.First() },
                Map = app => app.MapGrpcService<Front>(),
            },
            Cancel
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _other.DisposeAsync();
    }

    private TimeSpan Given => _back.Deadline - _back.At;

    private static DateTime At(TimeSpan later) => TimeProvider.System.GetUtcNow().UtcDateTime + later;

    private async Task CallAsync(string how, TimeSpan? time) =>
        await new SalaryService.SalaryServiceClient(_host.Channel).ListSalaryModelsAsync(
            new ListSalaryModelsRequest { PageToken = how },
            deadline: time is { } later ? At(later) : null,
            cancellationToken: Cancel
        );

    private sealed class Front(SalaryService.SalaryServiceClient back, AnswerCache cache) : SalaryService.SalaryServiceBase
    {
        public override async Task<ListSalaryModelsResponse> ListSalaryModels(
            ListSalaryModelsRequest request,
            ServerCallContext context
        ) =>
            request.PageToken switch
            {
                "much" => await back.ListSalaryModelsAsync(
                    new ListSalaryModelsRequest(),
                    deadline: At(Much),
                    cancellationToken: context.CancellationToken
                ),
                "little" => await back.ListSalaryModelsAsync(
                    new ListSalaryModelsRequest(),
                    deadline: At(Little),
                    cancellationToken: context.CancellationToken
                ),
                "cached" => await cache.GetOrCreateAsync(
                    "k",
                    ListSalaryModelsResponse.Parser,
                    async ct =>
                        await back.ListSalaryModelsAsync(
                            new ListSalaryModelsRequest(),
                            deadline: At(Much),
                            cancellationToken: ct
                        ),
                    CacheLife.Default,
                    context.CancellationToken
                ),
                _ => await back.ListSalaryModelsAsync(
                    new ListSalaryModelsRequest(),
                    cancellationToken: context.CancellationToken
                ),
            };
    }

    private sealed class Back : SalaryService.SalaryServiceBase
    {
        public DateTime At { get; private set; }

        public DateTime Deadline { get; private set; }

        public override Task<ListSalaryModelsResponse> ListSalaryModels(
            ListSalaryModelsRequest request,
            ServerCallContext context
        )
        {
            (At, Deadline) = (TimeProvider.System.GetUtcNow().UtcDateTime, context.Deadline);
            return Task.FromResult(new ListSalaryModelsResponse());
        }
    }
}
