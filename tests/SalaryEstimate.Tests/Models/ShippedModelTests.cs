using CareerRecs.Salary.Models;
using CareerRecs.Salary.Places;
using CareerRecs.Salary.Tests;
using CareerRecs.Salary.Training.Shipped;
using CareerRecs.Salary.WageTables;

namespace CareerRecs.Salary.Tests.Models;

public sealed class ShippedModelTests
{
    [Fact]
    public void The_shipped_model_is_what_the_published_tables_give()
    {
        var remade = DefaultModelBuilder.Build(
            new ModelInputs(
                Given.Data("oews/national/national_M2024.csv"),
                Given.Data("oews/national/national_M2022.csv"),
                Given.Data("oews/metro/oews_may2025_metro_major_group_median.csv"),
                Given.Data("oews/metro/bea_rpp_2024_metro.csv")
            )
        );
        Assert.Equal(ModelFile.Digest(remade), ModelFile.Digest(DefaultModel.TablesFile()));
    }

    [Fact]
    public void It_is_small_and_tells_its_sources()
    {
        Assert.InRange(DefaultModel.TablesFile().Length, 100_000, 2_000_000);
        Assert.All(
            Given.Model.Parameters.Sources,
            s => Assert.True(s.Name.Length > 0 && s.Year.Length > 0 && s.Licence.Length > 0)
        );
        Assert.Contains("Not measured", DefaultModel.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_card_and_its_counts_agree()
    {
        var detailed = Given.Model.Occupations.All.Count(o => o.Wages.Level == OccupationLevel.Detailed);
        Assert.Contains($"{detailed} occupations", DefaultModel.Card(), StringComparison.Ordinal);
        Assert.Contains($"{Given.Model.Places.Metros.Length} metropolitan areas", DefaultModel.Card(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_and_writing_a_model_changes_no_byte() =>
        Assert.Equal(DefaultModel.File(), ModelFile.Write(ModelFile.Read(DefaultModel.File())));

    [Fact]
    public void Every_occupation_that_a_title_means_is_in_the_table()
    {
        foreach (var title in Given.Model.Parameters.Titles)
        {
            Assert.NotNull(Given.Model.Occupations.Own(title.Soc));
        }
    }

    [Fact]
    public void Every_alias_means_a_place_that_is_there()
    {
        foreach (var alias in Given.Model.Parameters.Place.Aliases)
        {
            Assert.NotNull(Given.Model.Places.Find(alias.Name));
        }
    }
}
