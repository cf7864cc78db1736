using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Profiles;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Profiles;

/// <summary>`extract`: what a document says of a person.</summary>
internal static class ExtractCommand
{
    /// <summary>
    /// One document, of whoever runs the command, in a process that then ends: there is nobody else whom it could hurt.
    /// </summary>
    private static readonly Dictionary<string, string?> InThisProcess = new() { ["Documents:InProcess"] = "true" };

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file")
        {
            Description = "PDF, DOCX, HTML, Markdown, JSON Resume or plain text: a file, or - for standard input.",
            DefaultValueFactory = _ => "-",
        };
        var catalog = CommandOptions.Catalog();
        var inferred = new Option<bool>("--include-inferred")
        {
            Description = "Also show skills that the text describes in other words than their names.",
        };
        var layout = new Option<bool>("--layout")
        {
            Description =
                "Show the lines of the document in the order in which they are read, each with what it is, and nothing else.",
        };
        var command = new Command("extract", "Skills, jobs, education, certifications and years that a document names.")
        {
            file,
            catalog,
            inferred,
            layout,
        };
        command.SetAction(
            async (parsed, token) =>
            {
                var document = await ResumeFile.ReadAsync(parsed.GetRequiredValue(file), context.Terminal.OpenInput, token);
                return await context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var name = CatalogName.Parse(parsed.GetValue(catalog));
                        var response = await session.Matching.ExtractSkillsAsync(
                            new ExtractSkillsRequest
                            {
                                Document = document,
                                Catalog = name.Catalog,
                                CatalogVersion = name.Version,
                                IncludeInferred = parsed.GetValue(inferred),
                            },
                            cancellationToken: token
                        );
                        context.Print(
                            parsed,
                            response,
                            page =>
                            {
                                if (parsed.GetValue(layout))
                                {
                                    LayoutText.Render(page, response.Text);
                                    return;
                                }

                                ExtractText.Render(page, response);
                                MarkedDocument.Render(page, response);
                            }
                        );
                    },
                    token,
                    InThisProcess
                );
            }
        );
        return command;
    }
}
