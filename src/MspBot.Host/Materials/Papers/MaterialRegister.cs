using MspBot.Data.Materials.Papers;
using MspBot.Domain.Clock;
using MspBot.Host.Printing;

namespace MspBot.Host.Materials.Papers;

/// <summary>«Реестр методических разработок», a workbook of one sheet.</summary>
internal static class MaterialRegister
{
    internal static byte[] Xlsx(IReadOnlyList<RegisteredMaterial> materials, SiteZone zone) =>
        SheetWriter.Book("Реестр методических разработок",
        [
            new(MaterialPaperTexts.Register,
            [
                new("№", 6), new("Название", 44), new("Вид", 22), new("Авторы", 30), new("Школа", 30), new("Предмет, классы", 26),
                new("Темы", 30), new("Дата", 12), new("Редакция", 10), new("Скачали", 10), new("Роздано", 10),
            ], [.. materials.Select((one, nr) => Row(one, nr + 1, zone))]),
        ]);

    private static IReadOnlyList<object?> Row(RegisteredMaterial one, int number, SiteZone zone) =>
    [
        (decimal)number, MaterialPaperTexts.Name(one.Name, one.IsHidden), MaterialPaperTexts.Kind(one.Kind),
        MaterialPaperTexts.Authors(one), one.School,
        MaterialPaperTexts.ForWhom(one.Subjects, one.FirstGrade, one.LastGrade), string.Join(", ", one.Topics),
        zone.DayOf(one.ShownAt), (decimal)one.Edition, (decimal)one.Taken, (decimal)one.HandedOut,
    ];
}
