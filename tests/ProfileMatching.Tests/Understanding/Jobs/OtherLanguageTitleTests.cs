namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

public sealed class OtherLanguageTitleTests
{
    [Theory]
    [InlineData("Berufserfahrung", "Krankenpfleger")]
    [InlineData("Berufserfahrung", "Vertriebsleiterin")]
    [InlineData("Berufserfahrung", "Elektroniker")]
    [InlineData("Berufserfahrung", "Senior Datenanalytiker")]
    [InlineData("Berufserfahrung", "Einzelhandelskaufmann")]
    [InlineData("Berufserfahrung", "Lohnbuchhalterin")]
    [InlineData("Expérience professionnelle", "Infirmière")]
    [InlineData("Expérience professionnelle", "Chargé de clientèle")]
    [InlineData("Expérience professionnelle", "Directrice des ventes")]
    [InlineData("Expérience professionnelle", "Technicien de maintenance")]
    [InlineData("Expérience professionnelle", "Développeur web")]
    [InlineData("Experiencia laboral", "Camarero")]
    [InlineData("Experiencia laboral", "Jefa de ventas")]
    [InlineData("Experiencia laboral", "Profesor de matemáticas")]
    [InlineData("Experiencia laboral", "Administrativa contable")]
    [InlineData("Experiencia laboral", "Ingeniero industrial")]
    [InlineData("Werkervaring", "Verpleegkundige")]
    [InlineData("Werkervaring", "Projectleider")]
    [InlineData("Werkervaring", "Junior webontwikkelaar")]
    [InlineData("Werkervaring", "Magazijnmedewerker")]
    [InlineData("Experiência profissional", "Motorista de pesados")]
    [InlineData("Experiência profissional", "Enfermeiro")]
    [InlineData("Experiência profissional", "Coordenadora pedagógica")]
    [InlineData("Experiência profissional", "Técnico de informática")]
    public void A_title_of_another_language_is_read_from_its_noun_and_place(string heading, string title)
    {
        var job = Assert.Single(JobDatesTests.Read($"{heading}\n{title}\nMalhar Vidal\n03/2019 - 05/2021").Profile.Jobs);

        Assert.Equal((title, 2019, 2021), (job.Title, job.Start.Year, job.End.Year));
    }

    [Theory]
    [InlineData("Malhar Vidal GmbH")]
    [InlineData("Universität Malhar")]
    [InlineData("Hospital Vidal")]
    [InlineData("Gare du Malhar")]
    public void An_employer_is_no_title(string employer) =>
        Assert.Empty(JobDatesTests.Read($"Berufserfahrung\n{employer}\n03/2019 - 05/2021").Profile.Jobs);
}
