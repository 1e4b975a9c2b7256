using MspBot.Sandbox;
using MspBot.Tests.People.Rosters;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>From the first «СТАРТ» to the erasure, and the ways to other people.</summary>
public sealed class PeopleTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task Registration_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var reader = new Reader(world);
        var maria = world.Visitor(7, "Мария");
        await reader.Types(maria, "/start");
        await reader.Taps(maria, "Не согласен");
        await reader.Taps(maria, "Вернуться к выбору");
        await reader.Taps(maria, "Согласен");
        await reader.Types(maria, "Маша 2");
        await reader.Types(maria, "иванова МАРИЯ петровна");
        await reader.Taps(maria, "Верно");
        await reader.Types(maria, "Громавская гимназия");
        await reader.Taps(maria, "МОУ «Громовская СОШ»");
        await reader.Taps(maria, "Учитель");
        await reader.Taps(maria, "Готово");
        await reader.Taps(maria, "Математика");
        await reader.Taps(maria, "Готово (1)");
        await reader.Taps(maria, "Изменить");
        await reader.Taps(maria, "Должность: Учитель");
        await reader.Types(maria, "учитель физики");
        await reader.Taps(maria, "Всё верно");
        Approved.Check("journey-registration", reader.Text);
    }

    [Fact]
    public async Task The_profile_and_erasure_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7);
        var reader = new Reader(world);
        await reader.Types(anna, "/profile");
        await reader.Taps(anna, "Выключить напоминания");
        await reader.Taps(anna, "Что хранится");
        await reader.Taps(anna, "К профилю");
        await reader.Taps(anna, "Изменить школу");
        await reader.Taps(anna, "Моей школы нет");
        await reader.Types(anna, "Школа № 77");
        await reader.Taps(anna, "Удалить мои данные");
        await reader.Taps(anna, "Не удалять");
        await reader.Taps(anna, "Удалить мои данные");
        await reader.Taps(anna, "Да, удалить всё обо мне");
        await reader.Types(anna, "/my");
        Approved.Check("journey-profile", reader.Text);
    }

    [Fact]
    public async Task Teachers_whom_their_school_brings_in_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await world.SchoolHead();
        var (maria, olga) = (world.Visitor(601, "Мария"), world.Visitor(602, "Ольга"));
        var boris = await world.Works(603, "Сидоров Борис", elsewhere: true);
        await head.Types("/about");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(() => head.TapsData(head.Chat[^1], "c:sr:0:show"));
        await reader.Taps(head, "Одной ссылкой");
        await reader.Taps(head, "Образец");
        await reader.Taps(head, "Списком из Excel");
        await reader.Act(() => head.SendsDocument("учителя.xlsx", RosterCast.Table(RosterCast.Row(1, RosterCast.Ivanova),
            RosterCast.Row(2, "Котова Ольга Львовна", "Учитель химии", "Химия"), RosterCast.Row(3, "Сидоров Борис"))));
        await reader.Act(world.RunJobs);
        await reader.Taps(head, "Прислать другой файл");
        await reader.Act(() => head.SendsDocument("учителя.xlsx", RosterCast.Table(RosterCast.Row(1, RosterCast.Ivanova),
            RosterCast.Row(2, "Котова Ольга Львовна", "Учитель химии", "Химия"), RosterCast.Row(3, "Сидоров Борис -"))));
        await reader.Act(world.RunJobs);
        await reader.Taps(head, "Сделать ссылки");
        var links = await head.SeesLinks();
        await reader.Types(maria, $"/start {links[1]}");
        await reader.Taps(maria, "Согласен");
        await reader.Taps(maria, "Всё верно");
        await reader.Types(olga, $"/start {links[1]}");
        await reader.Types(olga, $"/start {links[2]}");
        await reader.Taps(olga, "Согласен");
        await reader.Taps(olga, "Изменить");
        await reader.Taps(olga, "Должность: Учитель химии");
        await reader.Types(olga, "Учитель химии и биологии");
        await reader.Taps(olga, "Всё верно");
        await reader.Types(boris, $"/start {links[3]}");
        await reader.Taps(boris, "Сменить школу");
        await reader.Taps(head, "Списком из Excel");
        await reader.Act(() => head.SendsDocument("учителя.xlsx", RosterCast.Table(RosterCast.Row(4, "Зуев Ян -"))));
        await reader.Act(world.RunJobs);
        await reader.Taps(head, "Не делать");
        Approved.Check("journey-roster", reader.Text);
    }

    [Fact]
    public async Task An_invitation_and_what_comes_of_it_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        var reader = new Reader(world);
        await reader.Types(head, "/people");
        await reader.Taps(head, "По ролям");
        await reader.Taps(head, "тьютор: 0");
        await Invite(reader, head, "Тьютор");
        await reader.Types(anna, $"/start {await Link(world)}");
        await reader.Types(anna, $"/start {await Link(world)}");
        await reader.Types(boris, $"/start {await Link(world)}");
        await reader.Taps(head, "Петрова А. И.");
        await reader.Taps(head, "Закрепить педагога или школу");
        await reader.Taps(head, "Педагог");
        await reader.Taps(head, "Сидоров Борис");
        await reader.Taps(head, "Все предметы");
        await reader.Taps(head, "Закрепить тьютора");
        await reader.Taps(head, "← К тьютору");
        await reader.Taps(head, "Кого сопровождает: 1");
        await reader.Taps(head, "← К тьютору");
        await reader.Taps(head, "Снять роль: тьютор");
        await reader.Taps(head, "Да, снять роль");
        await Invite(reader, head, "Следующий руководитель");
        await reader.Types(boris, $"/start {await Link(world)}");
        await reader.Taps(head, "Остаться вторым руководителем");
        await reader.Taps(head, "Передать роль");
        await Invite(reader, boris, "Наблюдатель");
        await reader.Taps(boris, "Отозвать приглашение");
        await reader.Taps(boris, "← К приглашениям");
        await reader.Types(anna, $"/start {await Link(world)}");
        Approved.Check("journey-invitation", reader.Text);
    }

    [Fact]
    public async Task A_question_to_a_human_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var reader = new Reader(world);
        await reader.Types(anna, "/help");
        await reader.Taps(anna, "Спросить человека");
        await reader.Types(anna, "Можно прийти вдвоём?");
        await reader.Taps(anna, "Посмотреть вопрос");
        await reader.Types(head, "/menu");
        await reader.Taps(head, "Открыть вопрос");
        await reader.Taps(head, "Ответить");
        await reader.Types(head, "Можно, ждём обоих.");
        await reader.Taps(head, "Открыть вопрос");
        await reader.Taps(anna, "Ответить");
        await reader.Types(anna, "Спасибо!");
        Approved.Check("journey-question", reader.Text);
    }

    [Fact]
    public async Task Help_odd_inputs_and_forms_left_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var reader = new Reader(world);
        var stranger = world.Visitor(8, "Гость");
        await reader.Types(stranger, "/help");
        var anna = await SeminarCast.Teacher(world, 7);
        await reader.Types(anna, "/help");
        await reader.Types(anna, "/about");
        await reader.Act(anna.SendsSticker);
        await reader.Types(anna, "/new");
        await reader.Types(anna, "/nothing");
        await reader.Types(anna, "/profile");
        await reader.Taps(anna, "Изменить имя");
        await reader.Types(anna, "/help");
        await reader.Act(() => anna.SendsAlbum(2));
        await reader.Types(anna, "/cancel");
        await reader.Types(anna, "/cancel");
        await reader.Types(anna, "/start e_999");
        Approved.Check("journey-help", reader.Text);
    }

    private static async Task Invite(Reader reader, Visitor head, string role)
    {
        await reader.Types(head, "/people");
        await reader.Taps(head, "Пригласить");
        await reader.Taps(head, role);
        await reader.Taps(head, "Создать приглашение");
    }

    /// <summary>What the newest invitation is opened with.</summary>
    private static async Task<string> Link(World world) =>
        "i_" + await world.Sql<string>("select code from invitation order by id desc limit 1");
}
