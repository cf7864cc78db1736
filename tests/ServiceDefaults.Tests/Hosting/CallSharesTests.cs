using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.ServiceDefaults.Tests.Hosting;

/// <summary>Units of calls, by tenant and kind.</summary>
public sealed class CallSharesTests
{
    private const int Bytes = 1 << 20;

    private static readonly CallCost Light = new(1, 0, false);
    private static readonly CallCost Sized = new(8, Bytes, false);
    private static readonly CallCost Batch = new(8, 0, true);

    [Fact]
    public void A_tenant_that_fills_its_share_leaves_the_rest_to_others()
    {
        using var shares = new CallShares(64);
        var taken = Enumerable.Range(0, 100).Select(_ => shares.TryTake("alice", Light)).TakeWhile(call => call is not null);

        Assert.Equal(32, taken.Count());
        Assert.NotNull(shares.TryTake("bob", Light));
    }

    [Fact]
    public void Batches_leave_room_for_people_at_a_screen()
    {
        using var shares = new CallShares(64);
        var batches = new[] { "alice", "bob", "carol" }.SelectMany(tenant =>
            Enumerable.Range(0, 10).Select(_ => shares.TryTake(tenant, Batch))
        );

        Assert.Equal(4, batches.Count(call => call is not null));
        Assert.NotNull(shares.TryTake("alice", Sized));
        Assert.NotNull(shares.TryTake("dave", Sized));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(Bytes - 1, 1)]
    [InlineData(Bytes, 2)]
    [InlineData(4 * Bytes, 5)]
    [InlineData(100L * Bytes, 8)]
    public void What_the_size_of_a_request_does_not_need_is_given_back(long bytes, int units)
    {
        using var shares = new CallShares(32);
        using var call = shares.TryTake("alice", Sized)!;

        Assert.Equal(8, call.Units);
        call.Settle(bytes);

        Assert.Equal(units, call.Units);
        var rest = Enumerable.Range(0, 100).Select(_ => shares.TryTake("alice", Light)).TakeWhile(other => other is not null);
        Assert.Equal(16 - units, rest.Count());
    }

    [Fact]
    public void A_call_that_ended_or_was_refused_holds_nothing()
    {
        using var shares = new CallShares(32);
        for (var i = 0; i < 10; i++)
        {
            using var first = shares.TryTake("alice", Sized);
            using var second = shares.TryTake("alice", Sized);
            Assert.NotNull(second);
            Assert.Null(shares.TryTake("alice", Sized));
        }
    }
}
