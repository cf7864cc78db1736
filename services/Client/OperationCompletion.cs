using CareerRecs.LongRunning;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.Client;

/// <summary>Waits for operations, reads their responses and lists them.</summary>
public static class OperationCompletion
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WaitForProgress = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastPause = TimeSpan.FromSeconds(2);

    /// <summary>Waits until an operation is done and returns its response. The operation goes on if the wait is cancelled.
    /// </summary>
    /// <typeparam name="T">Response of the method that started it, such as <c>TrainModelResponse</c>.</typeparam>
    /// <param name="client">Client of the operations.</param>
    /// <param name="name">Name of the operation, as the method that started it returned it.</param>
    /// <param name="progress">Gets the operation as it stands, about every other second. Null: nobody looks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CareerRecsException">The operation failed or was cancelled, or it cannot be read.</exception>
    public static async Task<T> WaitForCompletionAsync<T>(
        this Operations.OperationsClient client,
        string name,
        IProgress<Operation>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(name);
        var request = new WaitOperationRequest
        {
            Name = name,
            Timeout = Duration.FromTimeSpan(progress is null ? Wait : WaitForProgress),
        };
        for (var pause = FirstPause; ; pause = pause * 2 < LastPause ? pause * 2 : LastPause)
        {
            var operation = await client.WaitOperationAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false);
            progress?.Report(operation);
            if (operation.Done)
            {
                return operation.GetResponse<T>();
            }
            // A server may answer before the time is up.
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the response of an operation that is done.</summary>
    /// <exception cref="CareerRecsException">The operation failed or was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The operation is not done, or its response is another message.</exception>
    public static T GetResponse<T>(this Operation operation)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Error is { } error)
        {
            var trailers = new Metadata { { CareerRecsException.DetailsTrailer, error.ToByteArray() } };
            throw CareerRecsException.From(new RpcException(new Status((StatusCode)error.Code, error.Message), trailers));
        }
        if (operation.Response is not { } response)
        {
            throw new InvalidOperationException($"{operation.Name} is not done.");
        }
        return response.TryUnpack<T>(out var unpacked)
            ? unpacked
            : throw new InvalidOperationException($"{operation.Name} has a response of another type: {response.TypeUrl}.");
    }

    /// <summary>Operations of the tenant. Each kind is listed newest first.</summary>
    public static IAsyncEnumerable<Operation> EnumerateOperationsAsync(
        this Operations.OperationsClient client,
        ListOperationsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListOperationsAsync(page, cancellationToken: cancel),
            response => response.Operations,
            cancellationToken
        );
    }
}
