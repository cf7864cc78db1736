using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerRecs.Evaluation.Fitting;
using CareerRecs.Evaluation.Suites;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Engine.Similar;
using CareerRecs.ProfileMatching.Understanding.Inference;

namespace CareerRecs.Evaluation.Files;

/// <summary>
/// Fits the parameters that ship to all rows of a folder, and puts them into their file; what is not fitted stays as it stands
/// there.
/// </summary>
internal static class ParameterFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Dictionary<string, Func<Lab, JsonObject>> Kinds = new(StringComparer.Ordinal)
    {
        ["fit"] = Fit,
        ["moves"] = Moves,
        ["inference"] = Inference,
    };

    public static Command Command()
    {
        var kind = new Argument<string>("kind")
        {
            Description = "fit (weights of the evidence, resumes), moves (transitions) or inference (annotated sentences).",
        };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var fit = new Option<DirectoryInfo>("--fit") { Description = "Folder with the rows.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The parameter file to change.", Required = true };
        var command = new Command("parameters", "Fits the parameters that ship to all rows of a folder.") { kind, fit, output };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                await using var lab = new Lab(arguments.GetValue(fit)!, null, cancellationToken);
                var file = arguments.GetValue(output)!.FullName;
                var parameters = JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken))!.AsObject();
                foreach (var (name, value) in Kinds[arguments.GetValue(kind)!](lab))
                {
                    parameters[name] = value?.DeepClone();
                }
                await File.WriteAllTextAsync(file, parameters.ToJsonString(Format) + "\n", cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static JsonObject Fit(Lab lab)
    {
        var index = TitleHeldBack.Index(lab.Catalogs.Onet);
        var fitted = EvidenceFit.Of(index, [.. ResumeRow.Read(lab, lab.Data).SelectMany(row => row.HoldBack(index))]);
        return new JsonObject
        {
            [Name(nameof(FitParameters.WholeExtract))] = fitted.WholeExtract,
            [Name(nameof(FitParameters.TextWeight))] = fitted.TextWeight,
            [Name(nameof(FitParameters.FamilyWeight))] = fitted.FamilyWeight,
        };
    }

    private static JsonObject Moves(Lab lab)
    {
        var moves = new MoveIndex(lab.Onet, new RoleSimilarity(lab.Onet));
        var fitted = MoveFit.Of(Transition.Read(Transition.File(lab.Data), moves));
        return new JsonObject { [Name(nameof(MoveParameters.Weights))] = JsonSerializer.SerializeToNode(fitted.Weights) };
    }

    private static JsonObject Inference(Lab lab)
    {
        var esco = lab.Catalogs.Esco;
        var fitted = InferenceFit.Fit(new HintFinder(esco.Skills, esco.Roles), AnnotatedSentences.Read(lab.Data, esco));
        (string Name, double Value)[] values =
        [
            (nameof(fitted.Wording), fitted.Wording),
            (nameof(fitted.Cosine), fitted.Cosine),
            (nameof(fitted.Title), fitted.Title),
            (nameof(fitted.Demand), fitted.Demand),
            (nameof(fitted.Soft), fitted.Soft),
            (nameof(fitted.Labels), fitted.Labels),
            (nameof(fitted.Intercept), fitted.Intercept),
            (nameof(fitted.Slope), fitted.Slope),
        ];
        return new JsonObject(values.Select(v => KeyValuePair.Create<string, JsonNode?>(Name(v.Name), Significant(v.Value))));
    }

    private static string Name(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>Four digits that count.</summary>
    private static double Significant(double value)
    {
        var digits = Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Max(1e-9, Math.Abs(value)))), 0, 10);
        return Math.Round(value, digits);
    }
}
