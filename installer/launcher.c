/* The program as Windows sees it: starts the Python beside it, in this very process, so that the
   window, the taskbar and the task manager show one program with its own icon. */
#include <wchar.h>
#include <windows.h>

typedef int (*PyMain)(int argc, wchar_t **argv);

int wmain(int argc, wchar_t **argv)
{
    static wchar_t *fixed[] = {L"-I", L"-B", L"-c",
                              L"import sys; from cchc_desktop.__main__ import main; sys.exit(main())"};
    const int count = sizeof fixed / sizeof *fixed;
    HMODULE python = LoadLibraryW(L"python311.dll");
    PyMain run = python ? (PyMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    wchar_t **all = run ? HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY,
                                    (argc + count + 1) * sizeof *all) : NULL;
    if (!all) {
        MessageBoxW(NULL,
                    L"CCHC Desktop thi\u1ebfu t\u1ec7p c\u1ee7a ch\u00ednh n\u00f3; "
                    L"h\u00e3y c\u00e0i l\u1ea1i ch\u01b0\u01a1ng tr\u00ecnh.",
                    L"CCHC Desktop", MB_ICONERROR);
        return 1;
    }
    all[0] = argv[0];
    for (int i = 0; i < count; i++) all[i + 1] = fixed[i];
    for (int i = 1; i < argc; i++) all[i + count] = argv[i];
    return run(argc + count, all);
}
