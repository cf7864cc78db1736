using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ServiceDefaults.Validation;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.Benchmarks;

/// <summary>What is measured, each by name. Inputs are made once; running a case is the measured work alone.</summary>
internal sealed class Cases
{
    private const int Skills = 30;
    private const int LongestDocument = 1 << 20;

    /// <summary>Equals no title, so it is compared with all.</summary>
    private const string UnusualTitle = "Sr. Machine Lerning Platform Engineer (Remote) - NYC";

    /// <summary>Words that name no skill of a catalog.</summary>
    private static readonly string[] Phrases =
    [
        "bending conduit for a garage",
        "pulling wire through old walls",
        "finding why a breaker trips",
        "reading drawings on site",
        "swapping fuse boxes",
        "hanging lights in a shop",
        "climbing ladders all day",
        "teaching the new apprentice",
        "testing sockets with a meter",
        "locking out machines before work",
    ];

    private Cases() { }

    private Dictionary<string, Func<object?>> All { get; } = [];

    /// <summary>Names of the cases.</summary>
    public IEnumerable<string> Names => All.Keys;

    /// <summary>Does one.</summary>
    public object? Run(string name) => All[name]();

    /// <summary>The cases; those over O*NET only where its release is in the folder that CAREERRECS_DATA names.</summary>
    public static Cases Load()
    {
        var cases = new Cases();
        var data = new DirectoryInfo(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "data");
        if (File.Exists(Path.Combine(data.FullName, "onet", "db_29_3_text.zip")))
        {
            cases.Over("O*NET", Engine.Onet(data));
        }
        else
        {
            Console.Error.WriteLine("Without O*NET: CAREERRECS_DATA names no folder with onet/db_29_3_text.zip.");
        }
        if (Directory.Exists(Path.Combine(data.FullName, "esco")))
        {
            cases.Over("ESCO", Engine.Esco(data));
        }
        else
        {
            Console.Error.WriteLine("Without ESCO: CAREERRECS_DATA names no folder with esco/.");
        }
        var builtIn = Engine.BuiltIn();
        cases.Over("built-in", builtIn);
        cases.AddRequestPath(builtIn);
        var generated = Engine.Generated();
        var person = generated.Understand(People.Make(generated.Catalog.Snapshot, 1, Skills));
        cases.All["rank 100,000 generated roles: 30 skills"] = () => generated.Rank(person);
        var talker = generated.Understand(Talker(5));
        cases.All["rank 100,000 generated roles: 5 phrases"] = () => generated.Rank(talker);
        return cases;
    }

    private void Over(string catalog, Engine engine)
    {
        var profile = People.Make(engine.Catalog.Snapshot, 1, Skills);
        var bare = engine.Understand(new Profile { Skills = { profile.Skills } });
        var whole = engine.Understand(profile);
        var request = new RecommendRolesRequest { Subject = new Subject { InlineProfile = profile } };
        var document = new Document { Content = ByteString.CopyFrom(SampleResume()) };
        var resume = new RecommendRolesRequest
        {
            Subject = new Subject { InlineProfile = DocumentReader.ReadWithSpans(document, engine.Catalog.Snapshot).Profile },
        };
        All[Name("rank {0}: 30 skills", catalog)] = () => engine.Rank(bare);
        All[Name("rank {0}: 30 skills, 2 jobs, years", catalog)] = () => engine.Rank(whole);
        All[Name("understand, {0}", catalog)] = () => engine.Understand(profile);
        All[Name("answer {0}: understand, rank, explain 10", catalog)] = () => engine.Answer(request);
        var phrases = new RecommendRolesRequest { Subject = new Subject { InlineProfile = Talker(Phrases.Length) } };
        All[Name("answer {0}: 10 phrases", catalog)] = () => engine.Answer(phrases);
        All[Name("answer {0}: the sample resume's profile", catalog)] = () => engine.Answer(resume);
        All[Name("read the sample resume, {0}", catalog)] = () => DocumentReader.ReadWithSpans(document, engine.Catalog.Snapshot);
        var megabyte = new Document { Content = Repeated(SampleResume()) };
        All[Name("extract from 1 MB, {0}", catalog)] = () => DocumentReader.ReadWithSpans(megabyte, engine.Catalog.Snapshot);
        All[Name("resolve a title, {0}", catalog)] = () => engine.Catalog.Snapshot.TitleLexicon.Read(UnusualTitle, 3);
        All[Name("search titles as typed, {0}", catalog)] = () => engine.Catalog.Snapshot.TitleLexicon.Search("machine l");
        All[Name("index the titles, {0}", catalog)] = () => new TitleLexicon(engine.Catalog.Snapshot.Roles);
        All[Name("build the index, {0}", catalog)] = () => MatchIndex.Build(engine.Catalog.Snapshot);
    }

    private void AddRequestPath(Engine engine)
    {
        var profile = People.Make(engine.Catalog.Snapshot, 1, Skills);
        var request = new RecommendRolesRequest
        {
            Subject = new Subject { InlineProfile = profile },
            IncludePay = true,
            Location = "San Francisco",
        };
        var answer = engine.Answer(request);
        engine.AddPay(answer, request.Location);
        var bytes = answer.ToByteArray();
        var keys = new AnswerKeys(new MatchingOptions());
        var role = engine.Catalog.Snapshot.Roles[0];
        All["one salary estimate"] = () => engine.Estimate(role, "San Francisco");
        All["check a request's limits"] = () => RequestRules.Check(request);
        All["key of an answer"] = () =>
            keys.DeriveKey(
                "tenant",
                request,
                new AnswerBasis(engine.Catalog, "salaryModels/2026.11", Profile: null, new DateOnly(2026, 11, 1))
            );
        All[Name("read an answer's {0} KB", (bytes.Length / 1000).ToString(CultureInfo.InvariantCulture))] = () =>
            RecommendRolesResponse.Parser.ParseFrom(bytes);
        All["write an answer"] = () => answer.ToByteArray();
    }

    private static Profile Talker(int phrases) =>
        new() { Skills = { Phrases.Take(phrases).Select(p => new ProfileSkill { Text = p }) } };

    private static byte[] SampleResume()
    {
        using var stream = typeof(Cases).Assembly.GetManifestResourceStream("resume.txt")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A text as long as a document may be.</summary>
    private static ByteString Repeated(byte[] text) =>
        ByteString.CopyFrom([.. Enumerable.Repeat(text, LongestDocument / text.Length).SelectMany(bytes => bytes)]);

    private static string Name(string form, string catalog) => string.Format(CultureInfo.InvariantCulture, form, catalog);
}
