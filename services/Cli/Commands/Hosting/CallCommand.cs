using System.CommandLine;
using CareerRecs.Cli.Calls;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`call`: any unary RPC from a script.</summary>
internal sealed class CallCommand(CommandContext context)
{
    private readonly Argument<string?> _method = new("method")
    {
        Description = "SERVICE/METHOD, for example MatchingService/RecommendRoles. Without it: the methods.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _request = new("request")
    {
        Description =
            "The request as JSON. Without it, or -: from standard input, as JSON or as JSON Lines with one call a line.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "Calls at a time for JSON Lines, 1 to 256.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    public static Command Create(CommandContext context)
    {
        var self = new CallCommand(context);
        var command = new Command(
            "call",
            "Makes any unary RPC: JSON in, JSON out. Errors are JSON objects in place "
                + "of answers; exit code 0 then too for JSON Lines, 3 where a server failed."
        )
        {
            self._method,
            self._request,
            self._concurrency,
        };
        self._concurrency.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--concurrency: use 1 to 256");
            }
        });
        command.SetAction(self.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_method) is not { } name)
        {
            foreach (var method in MethodIndex.All.Where(m => !m.IsClientStreaming && !m.IsServerStreaming))
            {
                context.Terminal.Out.WriteLine($"{method.Service.Name}/{method.Name}");
            }

            return Task.FromResult(ExitCodes.Ok);
        }
        var descriptor = MethodIndex.FindUnary(name);
        var request = parsed.GetValue(_request);
        return new SessionRunner(context.Servers(parsed), context.DataDirectory(parsed), context.Terminal).RunAsync(
            session =>
            {
                var call = new UnaryCall(descriptor, session.InvokerOf(descriptor.Service));
                return request is null or "-"
                    ? LinesAsync(call, parsed.GetValue(_concurrency), cancellationToken)
                    : OneAsync(call, request, cancellationToken);
            },
            cancellationToken
        );
    }

    private async Task<int> OneAsync(UnaryCall call, string request, CancellationToken cancellationToken)
    {
        var outcome = await call.InvokeAsync(request, cancellationToken);
        await context.Terminal.Out.WriteLineAsync(outcome.ErrorJson ?? JsonText.Pretty(outcome.Response!));
        return RpcErrorText.ExitCode(outcome.Code);
    }

    private async Task<int> LinesAsync(UnaryCall call, int concurrency, CancellationToken cancellationToken)
    {
        await using var input = context.Terminal.OpenInput();
        var requests = new RequestInput(InputLines.ReadAsync(input, cancellationToken)).ReadAsync(cancellationToken);
        var serverFailed = await new JsonLineCalls(call, concurrency).RunAsync(requests, context.Terminal.Out, cancellationToken);
        return serverFailed ? ExitCodes.Server : ExitCodes.Ok;
    }
}
