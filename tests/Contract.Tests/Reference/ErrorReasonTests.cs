using System.Text.RegularExpressions;
using CareerRecs.Types.V1;

namespace CareerRecs.Contract.Tests.Reference;

public sealed partial class ErrorReasonTests
{
    private static readonly IReadOnlySet<string> InContract = ErrorReasonReflection
        .Descriptor.EnumTypes.Single(type => type.ClrType == typeof(ErrorReason))
        .Values.Where(value => value.Number > 0)
        .Select(value => value.Name)
        .ToHashSet();

    /// <summary>Those numbered for a subject; the first ones and those of REST may come from any method.</summary>
    private static readonly IReadOnlySet<string> OfSomeMethods = ErrorReasonReflection
        .Descriptor.EnumTypes.Single(type => type.ClrType == typeof(ErrorReason))
        .Values.Where(value => value.Number is >= 20 and < 60)
        .Select(value => value.Name)
        .ToHashSet();

    private static readonly (string File, string Code)[] Sources =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "services"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)))),
    ];

    [Fact]
    public void Every_reason_that_the_code_sends_is_in_the_contract()
    {
        var sent = ReasonsSent().ToList();

        Assert.Contains(sent, pair => pair.Reason == "MISSING_SCOPE");
        Assert.Contains(sent, pair => pair.Reason == "CATALOG_UNAVAILABLE");
        Assert.Empty(sent.Where(pair => !InContract.Contains(pair.Reason)).Select(pair => $"{pair.File}: {pair.Reason}"));
    }

    [Fact]
    public void Every_reason_of_the_contract_is_sent_somewhere() =>
        Assert.Empty(InContract.Except(ReasonsSent().Select(pair => pair.Reason)));

    [Fact]
    public void A_reason_that_not_every_method_has_is_listed_by_those_that_have_it()
    {
        var listed = ContractFiles.Methods.SelectMany(MethodTable.ReasonsOf).ToHashSet();

        Assert.Empty(listed.Except(InContract));
        Assert.Empty(OfSomeMethods.Except(listed));
        Assert.Empty(listed.Except(OfSomeMethods).Except(["ALREADY_EXISTS", "STALE_ETAG"]));
    }

    [Fact]
    public void A_reason_is_written_where_it_is_sent() =>
        Assert.Empty(Sources.Where(source => ReasonFromElsewhere().IsMatch(source.Code)).Select(source => source.File));

    private static IEnumerable<(string File, string Reason)> ReasonsSent() =>
        from source in Sources
        from pattern in new[] { ReasonOfError(), ReasonOfStatus() }
        from match in pattern.Matches(source.Code)
        select (source.File, match.Groups["reason"].Value);

    /// <summary><c>Errors.Unavailable("STORE_UNAVAILABLE", ...)</c>.</summary>
    [GeneratedRegex("""\bErrors\.(FailedPrecondition|Unavailable)\(\s*"(?<reason>[A-Z_]+)["]""")]
    private static partial Regex ReasonOfError();

    /// <summary><c>Make(Code.Aborted, "BUSY", ...)</c> of <c>Errors</c>, a refusal of REST, an <c>ErrorInfo</c>.</summary>
    [GeneratedRegex("""(\b(Make\(|new\(\s*\w+,)\s*Code\.\w+,\s*|\bReason = )"(?<reason>[A-Z_]+)["]""")]
    private static partial Regex ReasonOfStatus();

    /// <summary>A reason that is not a literal, which this test could not see.</summary>
    [GeneratedRegex("""\bErrors\.(FailedPrecondition|Unavailable)\(\s*[^"\s]""")]
    private static partial Regex ReasonFromElsewhere();
}
