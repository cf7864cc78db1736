using System.CommandLine;
using System.CommandLine.Parsing;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf;

namespace CareerRecs.Cli.Input;

/// <summary>The options that say who is asked about, shared by all commands that ask about a person.</summary>
public sealed class PersonOptions
{
    private const string SeniorityWords = "intern|junior|mid|senior|lead|principal|executive";

    private readonly Option<string[]> _skills = Texts(
        "--skills",
        "Skills, separated by commas; a level or years behind a colon: \"Python:expert, SQL:3y\".",
        "LIST"
    );
    private readonly Option<string[]> _titles = Texts(
        "--titles",
        "Jobs held, newest first, separated by semicolons or given one by one.",
        "LIST"
    );
    private readonly Option<string[]> _interests = Texts(
        "--interests",
        "What is wanted: titles or families. It says for which roles next-skills looks, and changes no fit.",
        "LIST"
    );
    private readonly Option<string[]> _not = Texts("--not", "What is not wanted: titles or families.", "LIST");
    private readonly Option<double?> _years = new("--years") { Description = "Years of relevant experience.", HelpName = "N" };
    private readonly Option<Seniority?> _seniority = SeniorityOption("Seniority; default: from titles, else from years.");
    private readonly Option<string?> _resume = new("--resume")
    {
        Description = "Resume: PDF, DOCX, HTML, Markdown, JSON Resume or plain text; a file, or - for standard input.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _profile = new("--profile") { Description = "A stored profile.", HelpName = "NAME" };

    /// <summary>Adds the options' other names.</summary>
    public PersonOptions() => _titles.Aliases.Add("--title");

    /// <summary>The options, to add to a command.</summary>
    public IEnumerable<Option> All => [_skills, _years, _seniority, _titles, _resume, _profile, _interests, _not];

    /// <summary>What was typed.</summary>
    public Person Read(ParseResult parsed) =>
        new()
        {
            Skills = parsed.GetValue(_skills) ?? [],
            Titles = parsed.GetValue(_titles) ?? [],
            Interests = parsed.GetValue(_interests) ?? [],
            Not = parsed.GetValue(_not) ?? [],
            Years = parsed.GetValue(_years),
            Seniority = parsed.GetValue(_seniority) ?? Seniority.Unspecified,
            Resume = parsed.GetValue(_resume),
            Profile = parsed.GetValue(_profile),
        };

    /// <summary>An option that takes a seniority by its word.</summary>
    public static Option<Seniority?> SeniorityOption(string description, string name = "--seniority") =>
        new(name)
        {
            Description = description,
            HelpName = SeniorityWords,
            CustomParser = result =>
            {
                var read = ReadSeniorities(result, name);
                return read.Length == 0 ? null : read[0];
            },
        };

    /// <summary>The same, to be given several times.</summary>
    public static Option<Seniority[]> SenioritiesOption(string description) =>
        new("--seniority")
        {
            Description = description,
            HelpName = SeniorityWords,
            CustomParser = result => ReadSeniorities(result, "--seniority"),
        };

    private static Seniority[] ReadSeniorities(ArgumentResult result, string option)
    {
        var read = new List<Seniority>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (
                char.IsLetter(text.FirstOrDefault())
                && Enum.TryParse<Seniority>(text, ignoreCase: true, out var value)
                && value != Seniority.Unspecified
            )
            {
                read.Add(value);
            }
            else
            {
                result.AddError($"{option}: \"{text}\" is none; use intern, junior, mid, senior, lead, principal or executive");
            }
        }

        return [.. read];
    }

    private static Option<string[]> Texts(string name, string description, string help) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
}
