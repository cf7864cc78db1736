using CareerRecs.Client;
using CareerRecs.LongRunning;
using Google.Protobuf;
using Grpc.Core;

namespace CareerRecs.Salary.Tests;

/// <summary>Waits for operations of a host whose clock the test moves.</summary>
internal static class OperationWaits
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Operation> GetOperationAsync(this SalaryTestHost host, string name) =>
        await host.Operations.GetOperationAsync(new GetOperationRequest { Name = name }, cancellationToken: Cancel);

    /// <summary>Waits for an operation as a client does.</summary>
    public static Task<T> CompleteAsync<T>(this SalaryTestHost host, string name)
        where T : class, IMessage<T>, new() =>
        host.AdvanceUntilAsync(host.Operations.WaitForCompletionAsync<T>(name, cancellationToken: Cancel));

    public static Task<T> AdvanceUntilAsync<T>(this SalaryTestHost host, AsyncUnaryCall<T> call) =>
        host.AdvanceUntilAsync(call.ResponseAsync);

    /// <summary>Lets the host's time pass, much faster than the real one, until a call has ended.</summary>
    private static async Task<T> AdvanceUntilAsync<T>(this SalaryTestHost host, Task<T> call)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!call.IsCompleted && await timer.WaitForNextTickAsync(Cancel))
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
        }
        return await call;
    }
}
