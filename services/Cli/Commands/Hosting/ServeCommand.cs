using System.CommandLine;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`serve`: the three services in this process until it is ended; other commands talk to them meanwhile.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5200;

    private const string ExampleRequest = """
        {"subject":{"inlineProfile":{"skills":[{"text":"Python"},{"text":"SQL"},{"text":"statistics"}]}}}
        """;

    public static Command Create(CommandContext context)
    {
        var port = new Option<int>("--port")
        {
            Description = "Port of gRPC; 0: any free one.",
            DefaultValueFactory = _ => DefaultPort,
            HelpName = "PORT",
        };
        var rest = new Option<int?>("--rest-port")
        {
            Description = "Port of REST/JSON, health and metrics. Default: the one after --port.",
            HelpName = "PORT",
        };
        var command = new Command("serve", "Runs the three services until Ctrl-C, on loopback.") { port, rest };
        command.SetAction(
            async (parsed, token) =>
            {
                var directory = context.DataDirectory(parsed);
                using var mine =
                    InstanceLock.TryTake(directory)
                    ?? throw new CommandException(
                        $"another careerrecs runs over {directory.Path}"
                            + (InstanceLock.PublishedAddress(directory) is { } address ? $" at {address}" : "")
                            + "; end it, or give another --data-dir"
                    );
                var chosen = parsed.GetValue(port);
                await using var host = await EmbeddedHost.StartAsync(
                    directory,
                    LoopbackAddresses.OnPorts(chosen, parsed.GetValue(rest) ?? NextTo(chosen)),
                    context.Terminal,
                    token
                );
                host.ShowWarnings();
                mine.Publish(host.Address);
                await PrintAsync(context.Terminal, host, directory);
                await WaitAsync(token);
                mine.Withdraw();
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static int NextTo(int port) => port == LoopbackAddresses.AnyPort ? port : port + 1;

    private static async Task PrintAsync(Terminal terminal, EmbeddedHost host, DataDirectory directory)
    {
        await terminal.Out.WriteLineAsync($"gRPC  {host.Address.GetLeftPart(UriPartial.Authority)}");
        if (host.Rest is { } rest)
        {
            await terminal.Out.WriteLineAsync($"REST  {rest.GetLeftPart(UriPartial.Authority)}");
            await terminal.Out.WriteLineAsync($"Docs  {rest.GetLeftPart(UriPartial.Authority)}/docs");
        }

        await terminal.Out.WriteLineAsync($"Data  {directory.Path}");
        await terminal.Out.WriteLineAsync(
            $"Try   grpcurl -plaintext -d '{ExampleRequest}' {host.Address.Authority} "
                + "careerrecs.matching.v1.MatchingService/RecommendRoles"
        );
        await terminal.Out.WriteLineAsync("Ctrl-C ends it. Other commands over the same data use it meanwhile.");
        await terminal.Out.FlushAsync(CancellationToken.None);
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => ended.TrySetResult());
        await ended.Task;
    }
}
