using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

public sealed class DegreeTests
{
    [Theory]
    [InlineData("Diplom-Ingenieur Maschinenbau, Hochschule Neckartal", EducationLevel.Master)]
    [InlineData("Magister Germanistik", EducationLevel.Master)]
    [InlineData("Erstes Staatsexamen, Universität Neckartal", EducationLevel.Master)]
    [InlineData("Abitur, Gymnasium Ulm", EducationLevel.HighSchool)]
    [InlineData("Promotion zum Dr. rer. nat.", EducationLevel.Doctorate)]
    [InlineData("B.Sc. Informatik", EducationLevel.Bachelor)]
    [InlineData("M.Sc. Maschinenbau", EducationLevel.Master)]
    [InlineData("Licence en comptabilité", EducationLevel.Bachelor)]
    [InlineData("Licence professionnelle, Lyon", EducationLevel.Bachelor)]
    [InlineData("Diplôme d'ingénieur, École des Ponts du Forez", EducationLevel.Master)]
    [InlineData("Doctorat en chimie", EducationLevel.Doctorate)]
    [InlineData("Baccalauréat scientifique", EducationLevel.HighSchool)]
    [InlineData("BTS Comptabilité", EducationLevel.Associate)]
    [InlineData("Grado en Enfermería", EducationLevel.Bachelor)]
    [InlineData("Licenciatura en Derecho", EducationLevel.Bachelor)]
    [InlineData("Máster en Finanzas", EducationLevel.Master)]
    [InlineData("Doctorado en Química", EducationLevel.Doctorate)]
    [InlineData("Bachillerato, Sevilla", EducationLevel.HighSchool)]
    [InlineData("HBO-bachelor Verpleegkunde", EducationLevel.Bachelor)]
    [InlineData("VWO-diploma, Utrecht", EducationLevel.HighSchool)]
    [InlineData("Licenciatura em Gestão", EducationLevel.Bachelor)]
    [InlineData("Mestrado em Engenharia Civil", EducationLevel.Master)]
    [InlineData("Doutoramento em Física", EducationLevel.Doctorate)]
    public void Degrees_of_other_countries_have_a_level(string line, EducationLevel level) =>
        Assert.Equal(level, JobDatesTests.Read($"Education\n{line}").Profile.Education[0].Level);

    [Theory]
    [InlineData("Driving licence, class B")]
    [InlineData("Full UK driving licence")]
    [InlineData("Promotion to team leader in 2019")]
    [InlineData("Master data management")]
    public void Licences_and_promotions_are_no_degrees(string line) =>
        Assert.Empty(JobDatesTests.Read($"Summary\n{line}\nExperience\nClerk").Profile.Education);

    [Theory]
    [InlineData("Grado en Enfermería", "Enfermería")]
    [InlineData("Licenciatura em Gestão", "Gestão")]
    [InlineData("Master of Science in Statistics", "Statistics")]
    public void The_field_is_read_with_its_accents(string line, string field) =>
        Assert.Equal(field, JobDatesTests.Read($"Education\n{line}").Profile.Education[0].Field);

    [Fact]
    public void A_line_of_a_degree_or_an_employer_is_no_passage()
    {
        var skills = JobDatesTests
            .Read("Experience\nData Analyst\nPenhallow Systems June 2022\nEducation\nMaster of Science in Statistics 2013 - 2015")
            .Profile.Skills.Select(s => s.Text);

        Assert.DoesNotContain(skills, text => text.Contains("Penhallow", StringComparison.Ordinal));
        Assert.DoesNotContain(skills, text => text.Contains("Master", StringComparison.Ordinal));
    }
}
