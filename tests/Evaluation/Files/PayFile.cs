using System.CommandLine;
using CareerRecs.Salary.Training.Shipped;

namespace CareerRecs.Evaluation.Files;

/// <summary>
/// Remakes the pay model that ships from the survey: fitted to the years to 2024, measured on five folds, held against rows of
/// 2025.
/// </summary>
internal static class PayFile
{
    private const string Survey = "salary/ai_jobs_to_2024.csv.gz";
    private const string Later = "salary/ai_jobs_2025_fresh_500.csv";

    public static Command Command()
    {
        var fit = new Option<DirectoryInfo>("--fit") { Description = "Folder with the survey.", Required = true };
        var output = new Option<FileInfo>("--out")
        {
            Description = "The file to write: services/SalaryEstimate/Models/Data/2026.11.4.pay.json.",
            Required = true,
        };
        var command = new Command("pay", "Remakes the shipped pay model from the survey.") { fit, output };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                var folder = arguments.GetValue(fit)!;
                await using var survey = await ReadAsync(folder, Survey, cancellationToken);
                await using var later = await ReadAsync(folder, Later, cancellationToken);
                var file = PayModelBuilder.Build(survey, PayModelBuilder.Shipped, later, cancellationToken);
                await File.WriteAllBytesAsync(arguments.GetValue(output)!.FullName, file, cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static async Task<MemoryStream> ReadAsync(DirectoryInfo folder, string path, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await using (var file = Lab.Open(new FileInfo(Path.Combine(folder.FullName, path))))
        {
            await file.CopyToAsync(content, cancellationToken);
        }
        content.Position = 0;
        return content;
    }
}
