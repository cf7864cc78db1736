using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;
using Grpc.Core;

namespace CareerRecs.Cli.Sessions;

/// <summary>
/// Runs a command's body against the servers given, else against the process that runs services over the data folder,
/// else against services started inside this one.
/// </summary>
/// <param name="servers">The servers given.</param>
/// <param name="directory">The data folder.</param>
/// <param name="terminal">Where to write.</param>
/// <param name="settings">Configuration of services started inside this process, beyond their own.</param>
public sealed class SessionRunner(
    ServerChoice servers,
    DataDirectory directory,
    Terminal terminal,
    IReadOnlyDictionary<string, string?>? settings = null
)
{
    // The holder of the lock may be migrating, or ending; both are done long before this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The first question of a catalog loads it, which a slow machine does not do in the seconds of the contract.
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(60);

    /// <summary>Runs the body.</summary>
    public async Task<int> RunAsync(Func<Session, Task<int>> body, CancellationToken cancellationToken)
    {
        if (!servers.IsEmbedded)
        {
            using var session = new Session(servers);
            return await body(session);
        }

        var started = terminal.Time.GetTimestamp();
        while (true)
        {
            if (InstanceLock.TryTake(directory) is { } mine)
            {
                return await RunHostAsync(mine, body, cancellationToken);
            }

            if (await RunAtHolderAsync(body) is { } code)
            {
                return code;
            }

            if (terminal.Time.GetElapsedTime(started) > Patience)
            {
                throw new CommandException(
                    $"another careerrecs holds {directory.Path} and does not answer; end it, or give another --data-dir",
                    ExitCodes.Server
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), terminal.Time, cancellationToken);
        }
    }

    private async Task<int> RunHostAsync(InstanceLock mine, Func<Session, Task<int>> body, CancellationToken cancellationToken)
    {
        using (mine)
        {
            await using var host = await EmbeddedHost.StartAsync(
                directory,
                LoopbackAddresses.OnPorts(LoopbackAddresses.AnyPort),
                terminal,
                cancellationToken,
                settings
            );
            mine.Publish(host.Address);
            using var session = new Session(servers.At(host.Address), FirstAnswer);
            try
            {
                return await body(session);
            }
            finally
            {
                mine.Withdraw();
            }
        }
    }

    /// <summary>Null where the holder of the lock is starting or has just ended: look again.</summary>
    private async Task<int?> RunAtHolderAsync(Func<Session, Task<int>> body)
    {
        if (InstanceLock.PublishedAddress(directory) is not { } address)
        {
            return null;
        }

        using var session = new Session(servers.At(address));
        try
        {
            return await body(session);
        }
        // A status of the services' own carries details and is an answer; this one is a connection refused or closed.
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && e.GetRpcStatus() is null)
        {
            return null;
        }
    }
}
