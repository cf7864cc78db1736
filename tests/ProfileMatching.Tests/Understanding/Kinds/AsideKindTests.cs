using CareerRecs.ProfileMatching.Understanding.Extraction;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Kinds;

/// <summary>Wishes, complaints, home life and refused work beside what somebody can do.</summary>
public sealed class AsideKindTests
{
    public static TheoryData<string> AllAsides =>
        [
            "Sick of nights out",
            "want to be home every evening",
            "want out",
            "I want something indoors",
            "My knees are gone",
            "my back is shot",
            "Shoulders hurt",
            "fed up with targets",
            "tired of weekends",
            "burnt out",
            "I hate the headset",
            "hoping to move into HR",
            "Would love to become a product manager",
            "I'd like an office job",
            "I would like maybe office job",
            "maybe something with computers",
            "maybe gardening",
            "looking for a quieter life",
            "Looking for something with better hours",
            "not interested in management",
            "don't want to work nights or with patients",
            "I don't want to climb ladders any more",
            "not nursing any more",
            "no more teaching",
            "I can't lift any more",
            "home with my kids for 7 years",
            "stay at home mum for 5 years",
            "had two kids",
            "on maternity leave",
            "did the PTA accounts",
            "my husband is a plumber",
            "Wife works as a teacher",
            "My dad was an electrician",
            "thinking about becoming a nurse",
            "thinking of retraining",
            "planning to move",
            "I live in Hull",
            "made redundant",
            "got laid off",
            "ready for a change",
        ];

    public static TheoryData<string> Statements =>
        [
            "Good with data",
            "I repair brakes",
            "ran a stores with 40 people",
            "blocked drains and boilers",
            "I know what customers want",
            "helping people who want to quit smoking",
            "serving clients looking for a mortgage",
            "back office administration",
            "health and safety training",
            "caring for patients at home",
            "teaching kids to swim",
            "family law",
            "planning lessons",
            "shoulder pads and sleeves",
            "event planning",
            "working with families",
            "body shop repairs",
            "I speak Polish",
            "10 years as a hairdresser",
            "managed three branches",
            "wiring houses",
            "sick pay and payroll",
            "leg and back massage",
            "eye tests",
            "knitting and sewing",
            "home visits",
            "child protection",
            "getting kids into sport",
            "answering complaints",
            "checking stock",
        ];

    [Theory]
    [MemberData(nameof(AllAsides))]
    public void An_aside_is_blanked_and_the_clause_before_it_is_kept(string aside) =>
        Assert.Equal("Wiring houses", Asides.Blank($"Wiring houses. {aside}.").Replace(".", "", StringComparison.Ordinal).Trim());

    [Theory]
    [MemberData(nameof(Statements))]
    public void What_somebody_does_is_kept(string statement) =>
        Assert.Equal($"{statement}, wiring houses.", Asides.Blank($"{statement}, wiring houses."));

    [Theory]
    [InlineData("I want to work with computers, spreadsheets, databases. Good at maths", "Good at maths")]
    [InlineData("Welder and I want a change", "Welder")]
    [InlineData("Nurse but I don't want to nurse any more", "Nurse")]
    [InlineData("want out of retail, plumber by trade", "plumber by trade")]
    public void A_wish_ends_where_the_sentence_turns(string text, string kept) =>
        Assert.Equal(kept, Asides.Blank(text).Trim(' ', ',', '.'));
}
