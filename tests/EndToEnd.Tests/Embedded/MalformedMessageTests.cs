using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Testing.Requests;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace CareerRecs.EndToEnd.Tests.Embedded;

/// <summary>Bytes that no method's request can be decoded from. The host fails these tests if it logs an error.</summary>
public sealed class MalformedMessageTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    public static TheoryData<string> Services => [.. MethodRights.Services.Select(service => service.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Bytes_that_are_no_message_are_refused_by_every_method(string service)
    {
        using var channel = GrpcChannel.ForAddress(embedded.Address);
        var calls = channel.CreateCallInvoker();
        var answers = new List<string>();
        var methods = MethodRights.Services.Single(s => s.Name == service).Methods;
        foreach (var method in methods)
        {
            var refused = await RawCalls.SendAsync(calls, method, [0xFF, 0xFF, 0xFF], TestContext.Current.CancellationToken);
            if (
                refused?.StatusCode != StatusCode.InvalidArgument
                || refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason != "MALFORMED_MESSAGE"
            )
            {
                answers.Add($"{method.Name}: {refused?.Status}");
            }
        }

        Assert.True(answers.Count == 0, string.Join('\n', answers));
    }
}
