using CareerRecs.Client;
using CareerRecs.LongRunning;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Tests.Clients;

public sealed class OperationCompletionTests
{
    private const string Name = "operations/salary/7";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waiting_goes_on_until_the_operation_is_done()
    {
        var response = new TrainModelResponse { Operation = Name };
        var answers = new Queue<Operation>([
            new Operation { Name = Name },
            new Operation { Name = Name },
            new Operation
            {
                Name = Name,
                Done = true,
                Response = Any.Pack(response),
            },
        ]);
        using var client = new FakeCareerRecs().Answer((WaitOperationRequest _) => answers.Dequeue()).CreateClient();
        var seen = new List<bool>();

        var got = await client.Operations.WaitForCompletionAsync<TrainModelResponse>(Name, new Seen(seen), Cancel);

        Assert.Equal(response, got);
        Assert.Equal([false, false, true], seen);
    }

    [Fact]
    public async Task A_failed_operation_throws_its_error()
    {
        var info = new ErrorInfo { Domain = "careerrecs", Reason = "OPERATION_ABANDONED" };
        var error = new Google.Rpc.Status
        {
            Code = (int)Code.Aborted,
            Message = "Start it again.",
            Details = { Any.Pack(info) },
        };
        using var client = new FakeCareerRecs()
            .Answer(
                (WaitOperationRequest _) =>
                    new Operation
                    {
                        Name = Name,
                        Done = true,
                        Error = error,
                    }
            )
            .CreateClient();

        var failed = await Assert.ThrowsAsync<CareerRecsException>(() =>
            client.Operations.WaitForCompletionAsync<TrainModelResponse>(Name, cancellationToken: Cancel)
        );

        Assert.Equal(
            (StatusCode.Aborted, ErrorReason.OperationAbandoned, "Start it again."),
            (failed.StatusCode, failed.Reason, failed.Status.Detail)
        );
    }

    [Fact]
    public async Task Cancelling_the_wait_leaves_the_operation()
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var fake = new FakeCareerRecs().Answer(
            (WaitOperationRequest _) =>
            {
                cancelled.Cancel();
                return new Operation { Name = Name };
            }
        );
        using var client = fake.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Operations.WaitForCompletionAsync<TrainModelResponse>(Name, cancellationToken: cancelled.Token)
        );

        Assert.DoesNotContain(fake.Requests, request => request is CancelOperationRequest);
    }

    [Fact]
    public void A_response_is_read_once_it_is_there_and_of_its_type()
    {
        var running = new Operation { Name = Name };
        var other = new Operation
        {
            Name = Name,
            Done = true,
            Response = Any.Pack(new Empty()),
        };

        Assert.Contains("not done", Assert.Throws<InvalidOperationException>(running.GetResponse<Empty>).Message, Ordinal);
        Assert.Contains(
            "Empty",
            Assert.Throws<InvalidOperationException>(other.GetResponse<TrainModelResponse>).Message,
            Ordinal
        );
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private sealed class Seen(List<bool> seen) : IProgress<Operation>
    {
        public void Report(Operation value) => seen.Add(value.Done);
    }
}
