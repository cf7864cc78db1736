using System.CommandLine;
using CareerRecs.Cli.Rendering;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>`observations`: the pay observations that `import observations` took in.</summary>
internal static class ObservationsCommand
{
    private const int IdsACall = 1000;

    public static Command Create(CommandContext context) =>
        new("observations", "Your organisation's pay observations: delete.") { Delete(context) };

    private static Command Delete(CommandContext context)
    {
        var source = new Option<string>("--source")
        {
            Description = "Where the rows are from, as their import named it.",
            HelpName = "NAME",
            Required = true,
        };
        var ids = new Option<string[]>("--id")
        {
            Description = "Only the row with this id. May be given several times. Default: all rows of the source.",
            HelpName = "ID",
        };
        var command = new Command("delete", "Deletes observations of a source. Models that were trained on them stay.")
        {
            source,
            ids,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var deleted = new DeleteObservationsResponse();
                        // Without ids one call, for all of the source.
                        foreach (var some in (parsed.GetValue(ids) ?? []).Chunk(IdsACall).DefaultIfEmpty([]))
                        {
                            var request = new DeleteObservationsRequest
                            {
                                Source = parsed.GetRequiredValue(source),
                                Ids = { some },
                            };
                            deleted.DeletedCount += (
                                await session.Salary.DeleteObservationsAsync(request, cancellationToken: token)
                            ).DeletedCount;
                        }

                        context.Print(
                            parsed,
                            deleted,
                            page =>
                                page.Line(
                                    $"{Words.Count(deleted.DeletedCount, "row")} deleted. Models that were trained on them stay."
                                )
                        );
                    },
                    token
                )
        );
        return command;
    }
}
