using System.CommandLine;
using CareerRecs.Evaluation.Suites;
using CareerRecs.ProfileMatching.Engine.Practice;
using CareerRecs.ProfileMatching.Engine.Ranking;

namespace CareerRecs.Evaluation.Files;

/// <summary>Makes the practice model that ships from all rows of a folder.</summary>
internal static class PracticeFile
{
    public static Command Command()
    {
        var fit = new Option<DirectoryInfo>("--fit") { Description = "Folder with the survey.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
        var command = new Command("practice", "Fits the practice model of the built-in catalog to all rows of a folder.")
        {
            fit,
            output,
        };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                await using var lab = new Lab(arguments.GetValue(fit)!, null, cancellationToken);
                var labels = new SurveyLabels(lab);
                var index = MatchIndex.Build(lab.Catalogs.BuiltIn);
                var reports = SurveyRow.Read(lab.Data, labels).Select(row => row.Report(index)).ToList();
                var model = PracticeFitter.Fit(
                    reports,
                    labels.Roles,
                    lab.Catalogs.BuiltIn,
                    PracticeModel.Shipped,
                    cancellationToken
                );
                await File.WriteAllTextAsync(arguments.GetValue(output)!.FullName, model.Write(), cancellationToken);
                return 0;
            }
        );
        return command;
    }
}
