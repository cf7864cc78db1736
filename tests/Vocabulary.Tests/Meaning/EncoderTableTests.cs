using CareerRecs.Vocabulary;

namespace CareerRecs.Vocabulary.Tests;

public sealed class EncoderTableTests
{
    [Fact]
    public void A_table_survives_its_file()
    {
        var table = Table();
        var parsed = EncoderTable.Parse(table.ToBytes());

        Assert.Equal(table.Units.Keys, parsed.Units.Keys);
        Assert.Equal(table.Weights, parsed.Weights);
        Assert.Equal(table.Components.ToArray(), parsed.Components.ToArray());
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        var file = Table().ToBytes();

        Assert.Throws<InvalidDataException>(() => EncoderTable.Parse(file[..^1]));
        Assert.Throws<InvalidDataException>(() => EncoderTable.Parse(file[..10]));
        Assert.Throws<InvalidDataException>(() => EncoderTable.Parse([1, .. file[1..]]));
    }

    [Fact]
    public void A_row_is_added_times_its_weight()
    {
        var sum = new int[64];
        var table = Table();
        table.AddRow(1, sum);
        table.AddRow(1, 2, sum);

        Assert.Equal(Enumerable.Range(0, 64).Select(k => (table.Weights[1] + 2) * (sbyte)(64 + k - 100)), sum);
    }

    [Fact]
    public void A_known_pair_wins_over_its_words()
    {
        var units = Table().Units;

        Assert.Equal(
            [new PhraseUnit(2, "machine learning", 2), new PhraseUnit(null, "learning", 1), new PhraseUnit(1, "machine", 1)],
            units.Segment("Machine Learning; learning machines")
        );
    }

    private static EncoderTable Table()
    {
        var components = Enumerable.Range(0, 3 * 64).Select(i => (byte)(sbyte)(i - 100)).ToArray();
        return new EncoderTable(new UnitTable(["welder", "machine", "machine learning"]), 0, 64, [5, 7, 9], components);
    }
}
