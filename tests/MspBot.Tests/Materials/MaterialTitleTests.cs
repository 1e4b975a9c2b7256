using MspBot.Domain.Materials;
using Xunit;

namespace MspBot.Tests.Materials;

/// <summary>Which titles, file names and classes are taken.</summary>
public sealed class MaterialTitleTests
{
    [Theory]
    [InlineData("Презентация")]
    [InlineData("презентация 2")]
    [InlineData("Урок")]
    [InlineData("Урок № 5")]
    [InlineData("Документ1")]
    [InlineData("Новый документ (3)")]
    [InlineData("Документ Microsoft Word")]
    [InlineData("IMG_20261130_101500")]
    [InlineData("Тест — копия")]
    [InlineData("12345")]
    [InlineData("Проценты.pptx")]
    [InlineData("разработка_урока")]
    public void A_title_that_could_be_anything(string title) => Assert.True(MaterialTitle.SaysNothing(title));

    [Theory]
    [InlineData("Проценты, 6 класс")]
    [InlineData("Урок по теме «Проценты»")]
    [InlineData("Презентация к уроку о дробях")]
    [InlineData("ОГЭ")]
    [InlineData("Запись встречи")]
    public void A_title_that_says_something(string title) => Assert.False(MaterialTitle.SaysNothing(title));

    [Theory]
    [InlineData("setup.exe", true)]
    [InlineData("Игра.EXE", true)]
    [InlineData("урок.pptx.scr", true)]
    [InlineData("урок.bat. ", true)]
    [InlineData("урок.pptx", false)]
    [InlineData("exe", false)]
    [InlineData(null, false)]
    public void A_program_by_its_name(string? name, bool isProgram) => Assert.Equal(isProgram, ProgramFiles.Are(name));

    [Theory]
    [InlineData("6", 6, 6)]
    [InlineData("5–6", 5, 6)]
    [InlineData("5-7 классы", 5, 7)]
    [InlineData("с 5 по 9", 5, 9)]
    [InlineData("10 класс", 10, 10)]
    [InlineData("все", 1, 11)]
    [InlineData("Все классы", 1, 11)]
    public void Classes_as_they_are_typed(string typed, int first, int last) => Assert.Equal(new Grades(first, last), Grades.Read(typed));

    [Theory]
    [InlineData("12")]
    [InlineData("0")]
    [InlineData("7–5")]
    [InlineData("много")]
    [InlineData("")]
    public void What_are_no_classes(string typed) => Assert.Null(Grades.Read(typed));
}
