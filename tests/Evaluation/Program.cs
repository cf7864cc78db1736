using System.CommandLine;
using System.Globalization;
using CareerRecs.Evaluation;
using CareerRecs.Evaluation.Files;
using CareerRecs.Evaluation.Suites;
using CareerRecs.Evaluation.Suites.Profiles;
using CareerRecs.Evaluation.Suites.Profiles.Expected;

(string Name, Func<Lab, IEnumerable<Row>> Measure)[] suites =
[
    ("resumes", Resumes.Measure),
    ("noisy", Noisy.Measure),
    ("related", Related.Measure),
    ("calibration", Calibration.Measure),
    ("titles", Titles.Measure),
    ("survey", Survey.Measure),
    ("levels", Levels.Measure),
    ("moves", Moves.Measure),
    ("invariance", Invariance.Measure),
    ("extraction", Extraction.Measure),
    ("documents", CareerRecs.Evaluation.Suites.Documents.DocumentsSuite.Measure),
    ("profiles", ProfilesSuite.Measure),
    ("expectations", ExpectationsSuite.Measure),
    ("salary", CareerRecs.Evaluation.Suites.Pay.Salary.Measure),
];

var data = new Option<DirectoryInfo>("--data")
{
    Description = "Folder with the rows to test on, laid out as README.md says.",
    DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "data"),
};
var fit = new Option<DirectoryInfo?>("--fit")
{
    Description =
        "Folder with the rows to fit on; the same as --data: five folds by person. "
        + "Default: nothing is fitted, what ships is measured through the RPCs.",
};
var suite = new Option<string[]>("--suite")
{
    Description = $"Only this suite: {string.Join(", ", suites.Select(s => s.Name))}. Default: all.",
};
suite.AcceptOnlyFromAmong([.. suites.Select(s => s.Name)]);
var output = new Option<FileInfo?>("--out") { Description = "File for the rows as JSON." };
var people = new Option<FileInfo[]>("--people")
{
    Description = "Files of people for the suite profiles. Default: personas/*.jsonl of --data, otherwise the people that ship.",
    AllowMultipleArgumentsPerToken = true,
};
var catalog = new Option<string?>("--catalog") { Description = "Only this catalog, in the suites profiles and expectations." };
catalog.AcceptOnlyFromAmong("builtin", "onet", "esco");
var show = new Option<bool>("--show") { Description = "Prints ten roles for each person and every expectation." };
var showFailing = new Option<bool>("--show-failing")
{
    Description = "Prints the people whose first role is wrong or who see an absurd one, and the expectations that fail.",
};
var root = new RootCommand("Measures the quality of recommendations on real data.")
{
    data,
    fit,
    suite,
    output,
    people,
    catalog,
    show,
    showFailing,
};
root.SetAction(
    async (arguments, cancellationToken) =>
    {
        await using var lab = new Lab(arguments.GetValue(data)!, arguments.GetValue(fit), cancellationToken)
        {
            People = new PeopleOptions
            {
                Files = arguments.GetValue(people) ?? [],
                Catalog = arguments.GetValue(catalog),
                Show = arguments.GetValue(show),
                ShowFailing = arguments.GetValue(showFailing),
            },
        };
        var only = arguments.GetValue(suite) ?? [];
        var rows = new List<Row>();
        foreach (var (name, measure) in suites.Where(s => only.Length == 0 || only.Contains(s.Name)))
        {
            foreach (var row in measure(lab))
            {
                rows.Add(row);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Suite, -11} {row.Test, -14} {row.Metric, -28} {row.Value, 9:0.000} "
                            + $" [{row.Low:0.000} – {row.High:0.000}]  n {row.N, 5}   "
                            + $"{string.Join("  ", row.Baselines.Select(b => $"{b.Key} {b.Value:0.000}"))}"
                    )
                );
            }
        }

        if (arguments.GetValue(output) is { } file)
        {
            Row.Write(rows, file);
        }
        return 0;
    }
);
root.Subcommands.Add(ParameterFile.Command());
root.Subcommands.Add(PracticeFile.Command());
root.Subcommands.Add(CardFile.Command());
root.Subcommands.Add(PayFile.Command());
root.Subcommands.Add(TablesFile.Command());
return await root.Parse(args).InvokeAsync();
