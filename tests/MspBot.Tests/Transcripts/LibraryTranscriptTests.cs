using MspBot.Tests.Materials;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>The library as a teacher who looks for something, one who offers something, and the head read it.</summary>
public sealed class LibraryTranscriptTests(TestCluster cluster)
{
    private static readonly byte[] Bytes = [1, 2, 3, 4, 5];

    [Fact]
    public async Task What_is_offered_is_corrected_published_found_and_taken_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfLibrary()).StartedEarlier();
        var reader = (await world.ReaderOfLibrary()).StartedEarlier();
        var teacher = (await world.ReaderOfLibrary(713, "Белова Ольга Олеговна")).StartedEarlier();
        var written = new Reader(world);

        await written.Types(head, "/materials");
        await written.Taps(head, "Список тем");
        await written.Taps(head, "Добавить тему");
        await written.Types(head, "Ч");
        await written.Types(head, "Смысловое чтение");

        await written.Types(teacher, "/materials");
        await written.Act(() => teacher.SendsPhoto());
        await written.Act(() => teacher.SendsDocument("Проценты.pptx", Bytes));
        await written.Taps(teacher, "Добавить разработку");
        await written.Types(teacher, "презентация");
        await written.Types(teacher, "Проценты в магазине");
        await written.Types(teacher, "урок");
        await written.Taps(teacher, "Разработка урока");
        await written.Types(teacher, "матиматика");
        await written.Taps(teacher, "Математика");
        await written.Taps(teacher, "Готово (1)");
        await written.Types(teacher, "шестой");
        await written.Types(teacher, "6 класс");
        await written.Taps(teacher, "Смысловое чтение");
        await written.Taps(teacher, "Готово (1)");
        await written.Types(teacher, "Чеки, скидки и кэшбэк: урок-игра с карточками.");
        await written.Taps(teacher, "Я и соавторы");
        await written.Types(teacher, "я и Сидорова А. П.");
        await written.Taps(teacher, "Предложить");
        await written.Act(() => world.RunJobs());

        await written.Types(head, "/menu");
        await written.Types(head, "/materials");
        await written.Taps(head, "На рассмотрении: 1");
        await written.Taps(head, "Проценты в магазине");
        await written.Taps(head, "Скачать");
        await written.Taps(head, "Вернуть");
        await written.Types(head, "Добавьте класс в название");
        await written.Taps(teacher, "Изменить описание");
        await written.Taps(teacher, "Название");
        await written.Types(teacher, "Проценты в магазине, 6 класс");
        await written.Types(head, "/materials");
        await written.Taps(head, "На рассмотрении: 1");
        await written.Taps(head, "Проценты в магазине");
        await written.Taps(head, "Опубликовать");

        await written.Types(reader, "/materials");
        await written.Taps(reader, "Найти");
        await written.Types(reader, "?!");
        await written.Types(reader, "процентами в магаз");
        await written.Taps(reader, "Проценты в магазине");
        await written.Taps(reader, "Скачать");
        await written.Taps(reader, "Поделиться");
        await written.Taps(reader, "Не открывается");
        await written.Types(reader, "/materials диктант 8 класс");
        await written.Taps(reader, "Попросить о разработке");
        await written.Types(head, "/materials");
        await written.Taps(head, "Что искали напрасно");
        await written.Types(reader, "/materials");
        await written.Taps(reader, "Мои");

        await written.Types(teacher, "/materials");
        await written.Taps(teacher, "Мои разработки");
        await written.Taps(teacher, "Проценты в магазине");
        await written.Taps(teacher, "Заменить файл");
        await written.Act(() => teacher.SendsDocument("Проценты 2.pptx", [.. Bytes, 6]));
        await written.Taps(teacher, "Заменить файл");
        await written.Act(() => world.RunJobs());
        await written.Types(teacher, "/materials");
        await written.Taps(teacher, "Мои разработки");
        await written.Taps(teacher, "Проценты в магазине");
        await written.Taps(teacher, "Убрать из библиотеки");
        await written.Taps(teacher, "Убрать");
        await written.Types(reader, "/materials проценты");
        Approved.Check("journey-library", written.Text);
    }
}
