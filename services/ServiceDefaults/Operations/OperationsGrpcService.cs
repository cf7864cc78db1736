using CareerRecs.LongRunning;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>gRPC methods of <c>google.longrunning.Operations</c>, over the sources of this host.</summary>
public sealed class OperationsGrpcService(IEnumerable<IOperationSource> sources, TimeProvider time)
    : LongRunning.Operations.OperationsBase
{
    /// <summary>Longest time that a call waits for an operation.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private const int DefaultSize = 50;
    private const int MaxSize = 100;
    private const string Help = "ListOperations shows those of your tenant; they are kept for 30 days.";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(200);

    private readonly IOperationSource[] _sources = [.. sources];

    /// <inheritdoc />
    public override Task<Operation> GetOperation(GetOperationRequest request, ServerCallContext context) =>
        FindAsync(OperationName.Parse(request.Name), context);

    /// <summary>Lists one source after the other, each newest first.</summary>
    public override async Task<ListOperationsResponse> ListOperations(ListOperationsRequest request, ServerCallContext context)
    {
        var service = OperationName.ParseCollection(request.Name);
        if (request.Filter.Length > 0)
        {
            throw Errors.Errors.InvalidArgument("filter", "must be empty: operations are listed whole");
        }
        if (request.ReturnPartialSuccess)
        {
            throw Errors.Errors.InvalidArgument("return_partial_success", "must be false: all operations are here");
        }

        var listed = service is null ? _sources : [.. _sources.Where(source => source.Service == service)];
        var response = new ListOperationsResponse();
        var size = Paging.Size(request.PageSize, DefaultSize, MaxSize);
        var (index, after) = ReadToken(request, listed.Length);
        for (; index < listed.Length; index++)
        {
            if (response.Operations.Count == size)
            {
                response.NextPageToken = Paging.Encode(request.Name, $"{index}", "");
                break;
            }
            var room = size - response.Operations.Count;
            var page = await listed[index].ListAsync(context.GetCaller().Tenant, after, room, context.CancellationToken);
            response.Operations.Add(page.Operations);
            if (page.Last is { } last)
            {
                response.NextPageToken = Paging.Encode(request.Name, $"{index}", last);
                break;
            }
            after = null;
        }
        return response;
    }

    /// <inheritdoc />
    public override async Task<Empty> CancelOperation(CancelOperationRequest request, ServerCallContext context)
    {
        var name = OperationName.Parse(request.Name);
        foreach (var source in SourcesFor(name))
        {
            if (await source.TryCancelAsync(context.GetCaller(), name.Id, context.CancellationToken))
            {
                return new Empty();
            }
        }
        throw Errors.Errors.NotFound(request.Name, Help);
    }

    /// <inheritdoc />
    public override async Task<Empty> DeleteOperation(DeleteOperationRequest request, ServerCallContext context)
    {
        var name = OperationName.Parse(request.Name);
        foreach (var source in SourcesFor(name))
        {
            if (await source.TryDeleteAsync(context.GetCaller(), name.Id, context.CancellationToken))
            {
                return new Empty();
            }
        }
        throw Errors.Errors.NotFound(request.Name, Help);
    }

    /// <summary>
    /// Returns an operation when it is done, or as it stands after the stated time, <see cref="LongestWait"/> at most, or right
    /// before the call's deadline.
    /// </summary>
    public override async Task<Operation> WaitOperation(WaitOperationRequest request, ServerCallContext context)
    {
        var name = OperationName.Parse(request.Name);
        var until = time.GetUtcNow() + WaitTime(request, context);
        for (var pause = FirstLook; ; pause = Min(pause * 2, LastLook))
        {
            var operation = await FindAsync(name, context);
            var left = until - time.GetUtcNow();
            if (operation.Done || left <= TimeSpan.Zero)
            {
                return operation;
            }
            await Task.Delay(Min(pause, left), time, context.CancellationToken);
        }
    }

    private TimeSpan WaitTime(WaitOperationRequest request, ServerCallContext context)
    {
        var asked = request.Timeout is { } timeout ? Seconds(timeout) : LongestWait;
        var left =
            context.Deadline == DateTime.MaxValue ? LongestWait : context.Deadline - time.GetUtcNow().UtcDateTime - AnswerTime;
        return Min(Min(asked, left), LongestWait);
    }

    /// <summary>Length of a duration; any that is out of range is refused before it overflows.</summary>
    private static TimeSpan Seconds(Duration duration) =>
        duration is { Seconds: >= 0 and <= int.MaxValue, Nanos: >= 0 and <= 999_999_999 }
            ? duration.ToTimeSpan()
            : throw Errors.Errors.InvalidArgument("timeout", "must be a duration from 0");

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static (int Index, string? After) ReadToken(ListOperationsRequest request, int sources)
    {
        if (request.PageToken.Length == 0)
        {
            return (0, null);
        }
        var parts = Paging.Decode(request.PageToken, 3);
        var index = Paging.Number(parts[1]);
        return parts[0] == request.Name && index < sources
            ? ((int)index, parts[2].Length > 0 ? parts[2] : null)
            : throw Errors.Errors.InvalidArgument(
                "page_token",
                "is not a token that an answer for this name carried; start with an empty one"
            );
    }

    private IEnumerable<IOperationSource> SourcesFor(OperationName name) =>
        _sources.Where(source => source.Service == name.Service);

    private async Task<Operation> FindAsync(OperationName name, ServerCallContext context)
    {
        var tenant = context.GetCaller().Tenant;
        foreach (var source in SourcesFor(name))
        {
            if (await source.FindAsync(tenant, name.Id, context.CancellationToken) is { } operation)
            {
                return operation;
            }
        }
        throw Errors.Errors.NotFound(name.ToString(), Help);
    }
}
