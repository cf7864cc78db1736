using System.Net.Mime;
using System.Text;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Testing.Requests;
using CareerRecs.Testing.Rest;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>Examples of every method with each field missing or empty. They write, so they have a host of their own.</summary>
public sealed class EmptyFieldTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>, IAsyncLifetime
{
    private const string OwnCatalog = "catalogs/acme";

    public static TheoryData<string> Services => [.. MethodRights.Services.Select(service => service.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_request_with_an_empty_field_is_answered_or_refused(string service)
    {
        using var channel = GrpcChannel.ForAddress(embedded.Address);
        var calls = channel.CreateCallInvoker();
        var faults = new List<string>();
        foreach (var (method, path, request) in CreateRequests(service))
        {
            var refused = await RawCalls.SendAsync(calls, method, request.ToByteArray(), Cancel);
            if (refused?.StatusCode is StatusCode.Internal or StatusCode.Unknown)
            {
                faults.Add($"{method.Name}, {path}: {refused.Status}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task By_REST_a_request_with_an_empty_field_is_answered_or_refused(string service)
    {
        using var http = new HttpClient { BaseAddress = embedded.Rest };
        var faults = new List<string>();
        foreach (var (method, path, request) in CreateRequests(service))
        {
            // Of the other routes a part of the request stands in the path.
            foreach (var route in RestBinding.Of(method.Service).Where(r => r.Method == method && IsWholeBody(r)))
            {
                var json = JsonFormatter.Default.Format(request);
                using var body = new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json);
                using var response = await http.PostAsync(new Uri(route.Pattern, UriKind.Relative), body, Cancel);
                if ((int)response.StatusCode >= 500)
                {
                    faults.Add($"{method.Name}, {path}: {await response.Content.ReadAsStringAsync(Cancel)}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Makes the resources that the examples name, unless they are there.</summary>
    public async ValueTask InitializeAsync()
    {
        var versions = embedded.Client.Versions;
        var builtIn = await versions.GetActiveVersionAsync(
            new GetActiveVersionRequest { Catalog = "catalogs/builtin" },
            cancellationToken: Cancel
        );
        foreach (var id in new[] { "2", "3" })
        {
            await MakeAsync(() =>
                versions.CreateVersionAsync(
                    new CreateVersionRequest
                    {
                        Catalog = OwnCatalog,
                        SourceVersion = builtIn.Version.Name,
                        VersionId = id,
                        Reason = "a test",
                    },
                    cancellationToken: Cancel
                )
            );
        }
        await MakeAsync(() =>
            versions.ActivateVersionAsync(
                new ActivateVersionRequest { Name = $"{OwnCatalog}/versions/2", Reason = "a test" },
                cancellationToken: Cancel
            )
        );
        await MakeAsync(() =>
            embedded.Client.Profiles.CreateProfileAsync(
                new CreateProfileRequest { Subject = People.Engineer, ProfileId = "0193f0a2" },
                cancellationToken: Cancel
            )
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<(MethodDescriptor Method, string Path, IMessage Request)> CreateRequests(string service) =>
        ExampleRequests
            .Load()
            .Where(example => example.Method.Service.Name == service)
            .SelectMany(example =>
                EmptiedRequests
                    .Create(example.Request)
                    .Prepend(("as it is", example.Request))
                    .Select(emptied => (example.Method, emptied.Item1, emptied.Item2))
            );

    private static bool IsWholeBody(RestBinding route) =>
        route.Rule.Body == "*" && !route.Pattern.Contains('{', StringComparison.Ordinal);

    private static async Task MakeAsync<T>(Func<AsyncUnaryCall<T>> make)
    {
        try
        {
            await make();
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.AlreadyExists or StatusCode.FailedPrecondition)
        {
            // It is there.
        }
    }
}
