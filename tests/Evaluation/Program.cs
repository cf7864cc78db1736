using System.CommandLine;
using System.Globalization;
using CareerRecs.Evaluation;
using CareerRecs.Evaluation.Suites;

var data = new Option<DirectoryInfo>("--data")
{
    Description = "Folder with the rows to test on, laid out as README.md says.",
    DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "data"),
};
var suite = new Option<string>("--suite") { Description = "One suite: resumes, related or titles. Default: all.", DefaultValueFactory = _ => "" };
var output = new Option<FileInfo?>("--out") { Description = "File for the rows as JSON." };
var parameters = new Option<FileInfo?>("--parameters") { Description = "Another parameter file to measure instead of the one that ships." };
var root = new RootCommand("Measures the quality of recommendations on real data.") { data, suite, output, parameters };
root.SetAction((arguments, cancellationToken) =>
{
    var lab = Lab.Open(arguments.GetValue(data)!, arguments.GetValue(parameters), cancellationToken);
    var rows = new List<Row>();
    foreach (var (name, run) in new (string, Func<Lab, IEnumerable<Row>>)[] { ("resumes", Resumes.Measure), ("related", Related.Measure), ("titles", Titles.Measure) })
    {
        if (arguments.GetValue(suite) is { Length: > 0 } only && only != name) continue;
        foreach (var row in run(lab))
        {
            rows.Add(row);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Suite,-10} {row.Test,-8} {row.Metric,-18} {row.Value,7:0.000}  [{row.Low:0.000} – {row.High:0.000}]  n {row.N,5}   {string.Join("  ", row.Baselines.Select(b => $"{b.Key} {b.Value:0.000}"))}"));
        }
    }

    if (arguments.GetValue(output) is { } file) Row.Write(rows, file);
    return Task.FromResult(0);
});
return await root.Parse(args).InvokeAsync();
