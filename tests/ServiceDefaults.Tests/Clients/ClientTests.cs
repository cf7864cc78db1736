using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

/// <summary>Errors, pages, request ids and registrations of <see cref="CareerRecsClient"/>.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private ClientHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_call_throws_its_reason_and_metadata()
    {
        var missing = await RefuseAsync("catalogs/c/roles/none");

        Assert.Equal(StatusCode.NotFound, missing.StatusCode);
        Assert.Equal(ErrorReason.NotFound, missing.Reason);
        Assert.Equal("NOT_FOUND", missing.ReasonText);
        Assert.Equal("catalogs/c/roles/none", missing.Metadata["resource"]);
        Assert.Equal("NOT_FOUND: catalogs/c/roles/none was not found. List the roles.", missing.Message);
        Assert.Empty(missing.FieldViolations);
        Assert.Null(missing.RetryDelay);
    }

    [Fact]
    public async Task A_refused_field_is_named()
    {
        var refused = await RefuseAsync("catalogs/c/roles/field");

        Assert.Equal(ErrorReason.InvalidFields, refused.Reason);
        Assert.Equal([new FieldViolation("name", "Unknown letter.")], refused.FieldViolations);
    }

    [Fact]
    public async Task A_busy_host_states_the_retry_delay() =>
        Assert.Equal(TimeSpan.FromSeconds(3), (await RefuseAsync("catalogs/c/roles/busy")).RetryDelay);

    [Fact]
    public async Task Unreadable_details_leave_the_status()
    {
        var refused = await RefuseAsync("catalogs/c/roles/proxy");

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal(ErrorReason.Unspecified, refused.Reason);
        Assert.Equal("Unavailable: Proxy.", refused.Message);
        Assert.Empty(refused.Metadata);
    }

    [Fact]
    public void A_blocking_call_throws_the_same_exception() =>
        Assert.Throws<CareerRecsException>(() => _host.Client.Catalog.GetRole(Role("none"), cancellationToken: Cancel));

    [Fact]
    public async Task A_refused_stream_throws_the_same_exception()
    {
        using var stream = _host.Client.Versions.StreamVersion(
            new StreamVersionRequest { Name = "catalogs/c/versions/1" },
            cancellationToken: Cancel
        );

        await Assert.ThrowsAsync<CareerRecsException>(() => stream.ResponseStream.MoveNext(Cancel));
        using var upload = _host.Client.Versions.ImportVersion(cancellationToken: Cancel);
        await Assert.ThrowsAsync<CareerRecsException>(() => upload.ResponseAsync);
    }

    [Fact]
    public async Task All_pages_are_read_and_the_request_is_left_as_it_was()
    {
        var request = new ListRolesRequest { Catalog = "catalogs/c" };

        var titles = await _host
            .Client.Catalog.EnumerateRolesAsync(request, Cancel)
            .Select(role => role.Title)
            .ToListAsync(Cancel);

        Assert.Equal(["1", "2", "3", "4", "5"], titles);
        Assert.Equal(["", "3", "5"], _host.Recorder.PageTokens);
        Assert.Equal("", request.PageToken);
    }

    [Fact]
    public async Task A_page_is_read_when_it_is_wanted()
    {
        await foreach (var _ in _host.Client.Catalog.EnumerateRolesAsync(new ListRolesRequest { Catalog = "catalogs/c" }, Cancel))
        {
            break;
        }

        Assert.Equal([""], _host.Recorder.PageTokens);
    }

    [Fact]
    public async Task An_empty_request_id_is_filled_anew_for_each_call()
    {
        var request = new CreateProfileRequest { Subject = new Subject { InlineProfile = new Profile() } };
        await _host.Client.Profiles.CreateProfileAsync(request, cancellationToken: Cancel);
        await _host.Client.Profiles.CreateProfileAsync(request, cancellationToken: Cancel);
        Assert.Equal("", request.RequestId);
        request.RequestId = "mine";
        await _host.Client.Profiles.CreateProfileAsync(request, cancellationToken: Cancel);

        Assert.True(Guid.TryParse(_host.Recorder.RequestIds[0], out _));
        Assert.NotEqual(_host.Recorder.RequestIds[0], _host.Recorder.RequestIds[1]);
        Assert.Equal("mine", _host.Recorder.RequestIds[2]);
    }

    [Fact]
    public void Every_service_of_the_contract_is_registered()
    {
        using var services = new ServiceCollection()
            .AddCareerRecsClients(options => options.Address = new Uri("http://localhost"))
            .BuildServiceProvider();
        var clients = typeof(CatalogService)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(ClientBase)))
            .ToList();

        Assert.Equal(11, clients.Count);
        Assert.All(clients, client => Assert.NotNull(services.GetService(client)));
    }

    [Fact]
    public void Every_list_of_the_contract_has_an_enumerator()
    {
        var methods = typeof(CatalogService)
            .Assembly.GetTypes()
            .Select(type => type.GetProperty("Descriptor", typeof(ServiceDescriptor))?.GetValue(null))
            .OfType<ServiceDescriptor>()
            .SelectMany(service => service.Methods)
            .Where(method => method.InputType.FindFieldByName("page_token") is not null)
            .Select(method => method.InputType.ClrType);
        var enumerators = typeof(CareerRecsClient)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name.StartsWith("Enumerate", StringComparison.Ordinal))
            .Select(method => method.GetParameters()[1].ParameterType);

        Assert.Equal(methods.OrderBy(type => type.Name), enumerators.OrderBy(type => type.Name));
    }

    public async ValueTask InitializeAsync() => _host = await ClientHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static GetRoleRequest Role(string id) => new() { Name = $"catalogs/c/roles/{id}" };

    private Task<CareerRecsException> RefuseAsync(string name) =>
        Assert.ThrowsAsync<CareerRecsException>(async () =>
            await _host.Client.Catalog.GetRoleAsync(new GetRoleRequest { Name = name }, cancellationToken: Cancel)
        );
}
