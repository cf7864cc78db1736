using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace CareerRecs.Cli.Tests.Rendering;

public sealed class SalaryModelsTextTests
{
    private static readonly SalaryModel Model = new()
    {
        Name = "salaryModels/ours",
        State = SalaryModel.Types.State.Candidate,
        Digest = "0123456789abcdef",
        AsOf = new Date
        {
            Year = 2026,
            Month = 11,
            Day = 1,
        },
        OccupationCount = 826,
        ModelCard = "# Salary model ours\n\nMade of what people said.\n",
        Metrics = new SalaryModelMetrics
        {
            Observations = 12_345,
            FirstYear = 2023,
            LastYear = 2025,
            PinballUsd = 16_020.6,
            MedianAbsolutePercentageError = 0.2599,
            Coverage = 0.8021,
            Bands =
            {
                Band("entry", 1_300, 0.79),
                Band("mid", 4_000, 0.801),
                Band("senior", 7_045, 0.805),
                Band("executive", 0, 0),
            },
            BaseModel = "salaryModels/2026.11.1",
            Paired = new PairedPinball
            {
                Observations = 11_000,
                ModelUsd = 15_900,
                BaseUsd = 16_400,
            },
        },
    };

    [Fact]
    public void Models_stand_with_what_was_measured() =>
        Golden.Holds(
            "salary-models-list.txt",
            page =>
                SalaryModelsText.List(
                    page,
                    [
                        Model,
                        new SalaryModel
                        {
                            Name = "salaryModels/oews-2025",
                            State = SalaryModel.Types.State.Active,
                            AsOf = Model.AsOf,
                            OccupationCount = 830,
                        },
                    ]
                )
        );

    [Fact]
    public void A_model_is_shown_with_its_card() =>
        Golden.Holds("salary-models-show.txt", page => SalaryModelsText.Show(page, Model));

    [Fact]
    public void A_training_says_what_it_made_and_what_is_next() =>
        Golden.Holds(
            "salary-models-train.txt",
            page =>
                SalaryModelsText.Trained(
                    page,
                    new SalaryTraining
                    {
                        Name = "salaryTrainings/3",
                        Model = Model.Name,
                        ObservationCount = 12_345,
                    },
                    Model
                )
        );

    [Fact]
    public void Trainings_stand_with_how_far_they_are() =>
        Golden.Holds(
            "salary-models-trainings.txt",
            page =>
                SalaryModelsText.Trainings(
                    page,
                    [
                        Training(
                            3,
                            SalaryTraining.Types.State.Running,
                            t => (t.Progress, t.Step) = (0.45, "measuring on rows kept aside")
                        ),
                        Training(
                            2,
                            SalaryTraining.Types.State.Failed,
                            t => t.Message = "12 distinct observations can be used, 500 are needed."
                        ),
                        Training(
                            1,
                            SalaryTraining.Types.State.Succeeded,
                            t => (t.Model, t.ObservationCount) = (Model.Name, 12_345)
                        ),
                    ]
                )
        );

    [Fact]
    public void What_moved_stands_with_both_answers() =>
        Golden.Holds(
            "salary-models-shadow.txt",
            page =>
                SalaryModelsText.Shadow(
                    page,
                    new ShadowSalaryModelResponse
                    {
                        Model = Model.Name,
                        BaseModel = "salaryModels/2026.11.1",
                        ComparedCount = 14_000,
                        GainedCount = 20,
                        LostCount = 3,
                        MedianChange = 0.031,
                        MovedShare = 0.12,
                        WidthChange = -0.024,
                        MostMoved =
                        {
                            Moved("Data Scientist", Seniority.Senior, "", 180_000, 150_000),
                            Moved("Registered Nurses", Seniority.Unspecified, "Denver-Aurora-Centennial, CO", 80_000, 92_000),
                        },
                    }
                )
        );

    [Fact]
    public void Progress_is_a_bar_and_a_step() =>
        Assert.Equal(
            "███████████████─────────────── 50 % fitting",
            SalaryModelsText.Progress(new SalaryTraining { Progress = 0.5, Step = "fitting" })
        );

    private static BandCoverage Band(string band, long rows, double coverage) =>
        new()
        {
            Band = band,
            Observations = rows,
            Coverage = coverage,
        };

    private static SalaryTraining Training(int number, SalaryTraining.Types.State state, Action<SalaryTraining> more)
    {
        var training = new SalaryTraining
        {
            Name = $"salaryTrainings/{number}",
            State = state,
            CreateTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 11, 20 + number, 9, 30, 0, TimeSpan.Zero)),
        };
        more(training);
        return training;
    }

    private static MovedEstimate Moved(string title, Seniority seniority, string location, long before, long after) =>
        new()
        {
            Title = title,
            Seniority = seniority,
            Location = location,
            Before = new Money { CurrencyCode = "USD", Units = before },
            After = new Money { CurrencyCode = "USD", Units = after },
        };
}
