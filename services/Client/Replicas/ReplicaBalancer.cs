using System.Runtime.CompilerServices;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Logging;

namespace CareerRecs.Client.Replicas;

/// <summary>
/// Calls the replicas in turn, and leaves one out for a second after a call could not be sent to it. gRPC's own balancer goes on
/// to call a replica that has died, as ready, if it died before its first connection was used: every other call fails then, and
/// so do its repetitions.
/// </summary>
internal sealed class ReplicaBalancer(IChannelControlHelper controller, ILoggerFactory loggers, TimeProvider time)
    : SubchannelsLoadBalancer(controller, loggers)
{
    private readonly ConditionalWeakTable<Subchannel, Replica> _replicas = [];
    private int _picks;

    protected override SubchannelPicker CreatePicker(IReadOnlyList<Subchannel> readySubchannels) =>
        new Picker(this, [.. readySubchannels.Select(ready => _replicas.GetValue(ready, found => new Replica(found, time)))]);

    private sealed class Picker(ReplicaBalancer balancer, Replica[] replicas) : SubchannelPicker
    {
        public override PickResult Pick(PickContext context)
        {
            var first = (uint)Interlocked.Increment(ref balancer._picks);
            for (var i = 0u; i < replicas.Length; i++)
            {
                var replica = replicas[(first + i) % replicas.Length];
                if (!replica.IsLeftOut)
                {
                    return replica.ToResult();
                }
            }
            return replicas[first % replicas.Length].ToResult();
        }
    }

    /// <summary>A replica, and whether calls reach it.</summary>
    private sealed class Replica(Subchannel subchannel, TimeProvider time) : ISubchannelCallTracker
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

        private long _failedAt = long.MinValue;

        public bool IsLeftOut =>
            Volatile.Read(ref _failedAt) is var failedAt && failedAt != long.MinValue && time.GetElapsedTime(failedAt) < Pause;

        public PickResult ToResult() => PickResult.ForSubchannel(subchannel, this);

        public void Start() { }

        public void Complete(CompletionContext context) =>
            Volatile.Write(ref _failedAt, context.Error is HttpRequestException ? time.GetTimestamp() : long.MinValue);
    }
}

/// <summary>Makes <see cref="ReplicaBalancer"/> for channels whose service config names it.</summary>
internal sealed class ReplicaBalancerFactory(TimeProvider time) : LoadBalancerFactory
{
    /// <summary>Name in a service config.</summary>
    public const string Policy = "careerrecs_replicas";

    public override string Name => Policy;

    public override LoadBalancer Create(LoadBalancerOptions options) =>
        new ReplicaBalancer(options.Controller, options.LoggerFactory, time);
}
