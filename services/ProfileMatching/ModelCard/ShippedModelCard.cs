using System.Collections.Immutable;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.ModelCard;

/// <summary>
/// What was measured of the engine that ships, and the likelihood maps that were fitted with it: <c>model-card.json</c>, which
/// the evaluation writes as the message that <c>GetModelCard</c> answers.
/// </summary>
internal static class ShippedModelCard
{
    private static readonly GetModelCardResponse Measured = JsonParser.Default.Parse<GetModelCardResponse>(
        ParameterFiles.Text("model-card.json")
    );

    private static readonly ImmutableDictionary<string, LikelihoodMap> Maps = Measured.Likelihoods.ToImmutableDictionary(
        card => card.Catalog,
        card => new LikelihoodMap(card.Knots.Select(k => new Knot(k.MilliPoints, k.Likelihood))),
        StringComparer.Ordinal
    );

    /// <summary>
    /// The map of a version's catalog, or of the one that it rests on. Null: there are no records to calibrate on.
    /// </summary>
    public static LikelihoodMap? MapOf(CatalogVersion version) =>
        Maps.GetValueOrDefault(ResourceName.CatalogOf(version.Name))
        ?? (version.RootVersion.Length > 0 ? Maps.GetValueOrDefault(ResourceName.CatalogOf(version.RootVersion)) : null);

    /// <summary>The whole card, with the thresholds of the parameters that ship.</summary>
    public static GetModelCardResponse Whole()
    {
        var card = Measured.Clone();
        var parameters = FitParameters.Shipped;
        card.EngineVersion = EngineVersion.Current;
        card.ParametersVersion = parameters.Version;
        card.LeastEvidence = parameters.LeastEvidence;
        card.HoursPerProficiencyPoint = MoveParameters.Shipped.HoursPerProficiencyPoint;
        card.Thresholds.Add([
            From(FitBand.Possible, parameters.Possible),
            From(FitBand.Good, parameters.Good),
            From(FitBand.Strong, parameters.Strong),
        ]);
        return card;
    }

    private static FitThreshold From(FitBand band, double points) =>
        new() { Band = band, LeastMilliPoints = (int)(points * 1000) };
}
