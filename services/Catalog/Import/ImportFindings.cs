using CareerRecs.Catalog.V1;
using static CareerRecs.Catalog.V1.Finding.Types;

namespace CareerRecs.Catalog.Import;

/// <summary>
/// Gathers what an import finds. The same finding in the same column of the same file is kept once, with
/// its first place and a count, so a table that is wrong in every row still makes a short report.
/// </summary>
internal sealed class ImportFindings
{
    private const int MaxReported = 200;

    private readonly Dictionary<(string Code, string File, string Column), Finding> _findings = [];
    private readonly Dictionary<string, Counter> _counters = [];

    /// <summary>Something to know; the version can be activated.</summary>
    public void Warn(string code, string message, string file = "", int line = 0, string column = "") =>
        Add(Severity.Warning, Describe(code, message, file, line, column));

    /// <summary>Something that stops activation.</summary>
    public void Error(string code, string message, string file = "", int line = 0, string column = "") =>
        Add(Severity.Error, Describe(code, message, file, line, column));

    /// <summary>Adds to a counter; counters are reported in the order in which they were first named.</summary>
    public void Count(string title, long by = 1)
    {
        if (!_counters.TryGetValue(title, out var counter))
        {
            _counters.Add(title, counter = new Counter { Title = title });
        }
        counter.Value += by;
    }

    /// <summary>The report, errors first.</summary>
    public ValidationReport ToReport()
    {
        var report = new ValidationReport();
        report.Findings.Add(_findings.Values.OrderByDescending(f => f.Severity).Take(MaxReported));
        report.ErrorCount = Total(Severity.Error);
        report.WarningCount = Total(Severity.Warning);
        report.Counters.Add(_counters.Values);
        return report;
    }

    private int Total(Severity severity) => _findings.Values.Where(f => f.Severity == severity).Sum(f => f.Count);

    private static Finding Describe(string code, string message, string file, int line, string column) =>
        new()
        {
            Code = code,
            Message = message,
            File = file,
            Line = line,
            Column = column,
        };

    private void Add(Severity severity, Finding finding)
    {
        finding.Severity = severity;
        var key = (finding.Code, finding.File, finding.Column);
        if (!_findings.TryGetValue(key, out var first))
        {
            _findings.Add(key, first = finding);
        }

        first.Count++;
    }
}
