using System.Collections.Immutable;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Models;

/// <summary>A model in memory, ready to answer.</summary>
public sealed class LoadedModel(SalaryModelData data, string digest)
{
    private readonly Lazy<ImmutableArray<PayCoverage>> _coverage = new(() => CoverageRows.Of(data));

    /// <summary>Its numbers.</summary>
    public SalaryModelData Data { get; } = data;

    /// <summary>SHA-256 of its file.</summary>
    public string Digest { get; } = digest;

    /// <summary>The engine over it.</summary>
    public Estimator Estimator { get; } = new(data);

    /// <summary>What it knows, row by row; shared by all answers, never changed.</summary>
    public ImmutableArray<PayCoverage> Coverage => _coverage.Value;

    /// <summary>Resource name.</summary>
    public string Name => Data.Name;

    /// <summary>The shipped model.</summary>
    public static LoadedModel Default() => new(DefaultModel.Compile(), ModelFile.Digest(DefaultModel.File()));

    /// <summary>Compiles the file of a model.</summary>
    public static LoadedModel Of(byte[] file) => new(ModelFile.Compile(file), ModelFile.Digest(file));
}
