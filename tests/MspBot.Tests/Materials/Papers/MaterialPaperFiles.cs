using MspBot.Data.Materials.Papers;
using MspBot.Domain.Materials;
using MspBot.Host.Materials.Papers;
using MspBot.Tests.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Materials.Papers;

/// <summary>
/// Papers of the library, written into the folder that MSPBOT_PAPERS names, to be looked at:
/// <c>MSPBOT_PAPERS=$HOME/papers dotnet run --project tests/MspBot.Tests -- -class '*MaterialPaperFiles'</c>, then LibreOffice.
/// </summary>
public sealed class MaterialPaperFiles
{
    [Theory]
    [InlineData("spread-one", 1)]
    [InlineData("spread-many", 45)]
    public void Papers_as_they_are_handed_out(string name, int materials)
    {
        var folder = Environment.GetEnvironmentVariable("MSPBOT_PAPERS");
        var place = folder is null ? Directory.CreateTempSubdirectory("msp-papers-").FullName : Directory.CreateDirectory(folder).FullName;
        var zone = SummarySamples.Zone;
        var at = new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);
        const string Long = "Решение задач на проценты: от бытовых ситуаций к заданиям исследования PISA, с карточками и ответами";
        var spread = new Spread
        {
            Author = "Константинопольская-Заозёрская Александра Владиславовна",
            Position = "заместитель директора по учебно-воспитательной работе",
            School = "МОУ «Средняя общеобразовательная школа № 12 с углублённым изучением отдельных предметов»",
            Materials =
            [
                .. Enumerable.Range(0, materials).Select(nr => new SpreadMaterial
                {
                    Name = nr % 3 == 0 ? Long : $"Дроби, часть {nr}", Kind = nr % 2 == 0 ? MaterialKind.Guidelines : MaterialKind.Lesson,
                    Subjects = nr % 4 == 0 ? ["Математика", "Физика"] : [], FirstGrade = nr % 2 == 0 ? 5 : null,
                    LastGrade = nr % 2 == 0 ? 9 : null, ShownAt = at.AddDays(-nr), IsHidden = nr == 4, Edition = 1 + nr % 3,
                    Taken = new(nr * 7, nr * 2), HandedOut = new(nr % 5 * 3, nr % 5),
                }),
            ],
            Taken = new(214, 15),
            HandedOut = new(21, 4),
        };
        var register = Enumerable.Range(0, materials).Select(nr => new RegisteredMaterial
        {
            Name = nr % 3 == 0 ? Long : $"Дроби, часть {nr}",
            Kind = (MaterialKind)(nr % 6),
            AddedByName = nr == 2 ? null : "Иванова М. П.",
            ByAuthor = true,
            Coauthors = nr % 4 == 0 ? ["Сидоров Пётр Петрович"] : [],
            School = "МОУ «СОШ № 12»",
            Subjects = ["Математика"],
            FirstGrade = 5,
            LastGrade = 6,
            Topics = ["Функциональная грамотность", "Оценивание"],
            ShownAt = at,
            IsHidden = nr == 4,
            Edition = 1 + nr % 3,
            Taken = nr * 7,
            HandedOut = nr % 5,
        }).ToList();
        List<(string Name, byte[] Content)> all =
        [
            ($"{name}.docx", new SpreadDocx(spread, SummarySamples.Site, zone).Write(new(2026, 12, 25))),
            ($"{name}.xlsx", MaterialRegister.Xlsx(register, zone)),
        ];
        foreach (var (file, content) in all) File.WriteAllBytes(Path.Combine(place, file), content);
        Assert.All(all, file => Assert.InRange(file.Content.Length, 1_500, 900_000));
        if (folder is null) Directory.Delete(place, recursive: true);
    }
}
