using System.CommandLine;
using CareerRecs.Salary.Training.Shipped;

namespace CareerRecs.Evaluation.Files;

/// <summary>
/// Remakes the wage tables and factors of the salary model that ships from the published tables and the factors kept by hand.
/// </summary>
internal static class TablesFile
{
    public static Command Command()
    {
        var fit = new Option<DirectoryInfo>("--fit") { Description = "Folder with the tables.", Required = true };
        var output = new Option<FileInfo>("--out")
        {
            Description = "The file to write: services/SalaryEstimate/Models/Data/2026.11.4.json.",
            Required = true,
        };
        var command = new Command("tables", "Remakes the shipped wage tables and factors from the published tables.")
        {
            fit,
            output,
        };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                var folder = Path.Combine(arguments.GetValue(fit)!.FullName, "oews");
                var file = DefaultModelBuilder.Build(
                    new ModelInputs(
                        Path.Combine(folder, "national", "national_M2024.csv"),
                        Path.Combine(folder, "national", "national_M2022.csv"),
                        Path.Combine(folder, "metro", "oews_may2025_metro_major_group_median.csv"),
                        Path.Combine(folder, "metro", "bea_rpp_2024_metro.csv")
                    )
                );
                await File.WriteAllBytesAsync(arguments.GetValue(output)!.FullName, file, cancellationToken);
                return 0;
            }
        );
        return command;
    }
}
